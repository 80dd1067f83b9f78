import { proposeResourceName } from '../names/resourceName';

/**
 * KServe makes the host name's first part `<name>-predictor-<namespace>` of it, which must not exceed 63 characters. It
 * notices only when it reconciles (seen on KServe 0.20: ReconcileFailed).
 */
const LONGEST_WITH_NAMESPACE = 63 - '-predictor-'.length;

/**
 * How many characters the name of a model service in a project may have; less than one where the project's own name leaves
 * no room.
 *
 * @public
 */
export const longestModelServiceName = (namespace: string): number =>
  LONGEST_WITH_NAMESPACE - namespace.length;

/**
 * What is wrong with the name of a model service, in words for the person who typed it; `undefined` when nothing is.
 *
 * @param namespace - the project, whose name counts too
 * @public
 */
export function modelServiceNameProblem(
  name: string,
  namespace: string,
): string | undefined {
  if (name === '') {
    return 'A name is required.';
  }
  if (!/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
    return 'Use lower-case letters, digits and "-", with a letter at the start and a letter or digit at the end.';
  }
  const longest = longestModelServiceName(namespace);
  if (name.length > longest) {
    return longest < 1
      ? `No model service can be deployed in ${namespace}: KServe needs names of projects with at most ${
          LONGEST_WITH_NAMESPACE - 1
        } characters.`
      : `In ${namespace}, a name has at most ${longest} characters, this one has ${name.length}.`;
  }
  return undefined;
}

/**
 * Proposes a name for a display name: `7B chat model` gives `b-chat-model`. The result is valid in the project, or empty
 * when nothing of the display name can stand in a name.
 *
 * @public
 */
export function proposeModelServiceName(
  displayName: string,
  namespace: string,
): string {
  return proposeResourceName(displayName)
    .replace(/^[^a-z]+/, '')
    .slice(0, Math.max(0, longestModelServiceName(namespace)))
    .replace(/-+$/, '');
}
