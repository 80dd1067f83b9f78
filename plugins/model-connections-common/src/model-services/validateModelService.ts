import { isDns1123Subdomain } from '../names/dns1123';
import { ModelSource, ValueIssue } from '../protocols/Protocol';
import { protocolOf } from '../protocols/protocols';
import {
  ModelConnection,
  shadowedCredentialsProblem,
} from './credentialBinding';
import {
  ModelLocation,
  ModelServiceWrite,
  ServingChoice,
} from './ModelService';
import { modelServiceNameProblem } from './modelServiceName';
import {
  modelUriProblem,
  parsePersistentVolumeClaimUri,
  persistentVolumeClaimProblem,
} from './modelUri';
import {
  keepsServing,
  runtimeProblem,
  ServingOfService,
} from './servingRuntime';

/**
 * What has to be known to judge a model service.
 *
 * @public
 */
export interface ModelServiceContext {
  namespace: string;
  /** The connection that the location names; absent when there is none of that name. */
  connection?: ModelConnection & { source?: ModelSource };
  /** Whether the service is new: an existing one keeps its name, and a location that is not modelled. */
  isNew: boolean;
  /** The runtime that is named; absent when there is none of that name, or it is not known. */
  runtime?: Pick<ServingChoice, 'name' | 'modelFormats'>;
  /** What serves the service that is there: as long as it is kept it is not judged. */
  serving?: ServingOfService;
}

const issueOf = (field: string, message: string | undefined): ValueIssue[] =>
  message === undefined ? [] : [{ field, message }];

const countProblem = (count: number | undefined) =>
  count === undefined || (Number.isInteger(count) && count >= 0)
    ? undefined
    : 'Must be a whole number, 0 or more.';

const accountIssues = (name: string | undefined) =>
  issueOf(
    'location.serviceAccountName',
    name === undefined || isDns1123Subdomain(name)
      ? undefined
      : 'Must be the name of a ServiceAccount.',
  );

function connectionIssues(
  path: string,
  location: { connection: string; serviceAccountName?: string },
  connection: ModelServiceContext['connection'],
): ValueIssue[] {
  const field = 'location.connection';
  const protocol = protocolOf(connection?.protocol);
  if (!connection || connection.name !== location.connection) {
    return issueOf(field, `There is no connection ${location.connection}.`);
  }
  if (!protocol) {
    return issueOf(field, 'A connection of this kind serves no model.');
  }
  const problem =
    protocol.servingProblem(connection.source ?? {}) ??
    // With an account of its own, the service does not need the connection's keys.
    (location.serviceAccountName === undefined
      ? shadowedCredentialsProblem(connection)
      : undefined);
  if (problem !== undefined) {
    return issueOf(field, problem);
  }
  const pathProblem = protocol.pathProblem(path);
  if (pathProblem !== undefined) {
    return issueOf('location.path', pathProblem);
  }
  return issueOf(
    field,
    modelUriProblem(protocol.modelUri(connection.values, path)),
  );
}

/** Without a connection nobody has vouched for an address, so it is not to be read on its way. */
function directUriProblem(uri: string): string | undefined {
  if (parsePersistentVolumeClaimUri(uri)) {
    return 'Choose the volume claim itself instead of its address.';
  }
  return uri.startsWith('http://')
    ? 'Must start with https:// instead of http://.'
    : modelUriProblem(uri);
}

function locationIssues(
  location: ModelLocation,
  connection: ModelServiceContext['connection'],
): ValueIssue[] {
  switch (location.kind) {
    case 'pvc':
      return isDns1123Subdomain(location.claim)
        ? issueOf(
            'location.path',
            persistentVolumeClaimProblem(location.claim, location.path),
          )
        : issueOf(
            'location.claim',
            persistentVolumeClaimProblem(location.claim),
          );
    case 'uri':
      return [
        ...issueOf('location.uri', directUriProblem(location.uri)),
        ...accountIssues(location.serviceAccountName),
      ];
    default:
      return [
        ...connectionIssues(location.path ?? '', location, connection),
        ...accountIssues(location.serviceAccountName),
      ];
  }
}

function servingIssues(
  write: ModelServiceWrite,
  { runtime, serving }: ModelServiceContext,
): ValueIssue[] {
  const { modelFormat } = write;
  const isJudged =
    runtime?.name === write.runtime && !keepsServing(write, serving);
  return runtime && modelFormat?.name && isJudged
    ? issueOf('runtime', runtimeProblem(runtime, modelFormat))
    : [];
}

/**
 * What is wrong with a model service that somebody wants: every wrong field and what to do about it. A location that is kept
 * is not to be judged by it, as others may have written what we would not.
 *
 * @public
 */
export function validateModelService(
  write: ModelServiceWrite,
  context: ModelServiceContext,
): ValueIssue[] {
  const issues: ValueIssue[] = [];
  const add = (field: string, message: string | undefined) => {
    if (message !== undefined) issues.push({ field, message });
  };
  if (context.isNew) {
    add('name', modelServiceNameProblem(write.name, context.namespace));
    if (!write.location) add('location', 'Is required.');
    if (!write.modelFormat?.name) add('modelFormat', 'Is required.');
  }
  issues.push(...servingIssues(write, context));
  if (write.location) {
    issues.push(...locationIssues(write.location, context.connection));
  }
  add('minReplicas', countProblem(write.minReplicas));
  add('maxReplicas', countProblem(write.maxReplicas));
  const { minReplicas, maxReplicas } = write;
  if (
    minReplicas !== undefined &&
    maxReplicas !== undefined &&
    maxReplicas > 0 && // KServe's "as many as needed"
    minReplicas > maxReplicas
  ) {
    add(
      'maxReplicas',
      'Must not be less than the smallest number of replicas.',
    );
  }
  return issues;
}
