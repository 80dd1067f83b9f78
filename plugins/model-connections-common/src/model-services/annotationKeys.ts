import { Convention } from '../conventions/Convention';
import { conventions } from '../conventions/conventions';

type Annotations = Readonly<Record<string, string>> | undefined;

function presentKey(
  annotations: Annotations,
  keysOf: (convention: Convention) => readonly string[],
  own: Convention,
): string {
  const keys = [own, ...conventions].flatMap(keysOf);
  return keys.find(key => annotations?.[key] !== undefined) ?? keys[0];
}

/** The annotation with a service's display name: the one that is there, in whatever convention, else that of its own. */
export const displayNameKey = (annotations: Annotations, own: Convention) =>
  presentKey(
    annotations,
    convention => convention.connectionAnnotations.displayName,
    own,
  );

/** The annotation with a service's description, likewise. */
export const descriptionKey = (annotations: Annotations, own: Convention) =>
  presentKey(
    annotations,
    convention => [convention.connectionAnnotations.description],
    own,
  );
