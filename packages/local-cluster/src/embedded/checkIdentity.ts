import { ApiResource } from './apiResources';
import { KubernetesObject } from './KubernetesObject';
import { ResourcePath } from './parseResourcePath';
import { badRequest, preconditionFailed } from './StatusError';

/** @throws StatusError 400 when the object's name is not that of the path */
export function checkName({ name }: ResourcePath, object: any): void {
  if (object.metadata.name !== name) {
    throw badRequest(
      `the name of the object (${object.metadata.name}) does not match the name on the URL (${name})`,
    );
  }
}

/** @throws StatusError 400 when its namespace is not that of the path */
export function checkNamespace({ namespace }: ResourcePath, object: any): void {
  const given = object.metadata.namespace;
  if (given && given !== (namespace ?? '')) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
}

/** @throws StatusError 409 when a delete is meant for another state */
export function checkPreconditions(
  resource: ApiResource,
  object: KubernetesObject,
  body: Buffer,
): void {
  const { preconditions = {} } =
    body.length > 0 ? JSON.parse(body.toString('utf8')) : {};
  const { name, uid, resourceVersion } = object.metadata;
  if (preconditions.uid && preconditions.uid !== uid) {
    throw preconditionFailed(
      resource,
      name,
      `the UID in the precondition (${preconditions.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    );
  }
  if (
    preconditions.resourceVersion &&
    preconditions.resourceVersion !== resourceVersion
  ) {
    throw preconditionFailed(
      resource,
      name,
      `the ResourceVersion in the precondition (${preconditions.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
    );
  }
}
