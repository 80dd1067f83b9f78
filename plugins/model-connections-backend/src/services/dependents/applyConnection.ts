import { NotAllowedError } from '@backstage/errors';
import {
  AppliedDependent,
  AppliedDependentList,
  ConnectionRef,
  DependentRef,
  InferenceService,
  managedBy,
  modelServiceUpdatePermission,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  BadGatewayError,
  ClusterBusyError,
  ClusterForbiddenError,
  GatewayTimeoutError,
  InvalidInputError,
} from '../../errors/errors';
import { isMissing } from '../../errors/isMissing';
import { isStaleVersion } from '../../errors/isStaleVersion';
import { valueFreeError } from '../../errors/valueFreeError';
import { applyModelService } from '../model-services/applyModelService';
import { ModelServiceParts } from '../model-services/createModelServiceParts';
import { WriteOptions } from '../model-services/ModelServingService';
import { ConnectionDependents, DependentService } from './ConnectionDependents';

type Outcome = Pick<AppliedDependent, 'applied' | 'reason'>;

const skipped = (reason: string): Outcome => ({ applied: 'skipped', reason });
const failed = (reason: string): Outcome => ({ applied: 'failed', reason });

/** Why one is left alone; `undefined` when nothing keeps from it. */
function reasonToSkip(
  { kind, metadata }: InferenceService,
  mayUpdate: boolean,
): string | undefined {
  if (kind !== 'InferenceService') {
    return 'Services of this kind are only shown here. Restart it with the tool that it was made with.';
  }
  const owner = managedBy(metadata);
  if (owner) {
    return `It is managed by the ${owner.kind} "${owner.name}", which would undo this. Change it there.`;
  }
  return mayUpdate
    ? undefined
    : `The portal's policy does not give you the permission ${modelServiceUpdatePermission.name} here.`;
}

/** A restart would bring back what the entry says. */
const reasonOfEntry = ({ oldEntry }: DependentService): string | undefined =>
  oldEntry &&
  `It takes its credentials from the entry "${oldEntry.key}" of the Secret "${oldEntry.secretName}", which says something else than the connection. Bring that up to date first.`;

/**
 * Applies a connection to model services, one after the other, and says of each what was done. Where the cluster no longer
 * answers, the rest is not tried.
 */
export async function applyConnection(
  ref: ConnectionRef & { dependents?: DependentRef[] },
  dependents: ConnectionDependents,
  parts: ModelServiceParts,
  options: WriteOptions & { mayUpdate?: boolean },
): Promise<AppliedDependentList> {
  const { mayUpdate = true } = options;
  const items: AppliedDependent[] = [];
  let isDown = false;
  for (const { kind, name, dependent } of chosen(ref, dependents)) {
    let outcome: Outcome;
    const service = dependent?.service;
    const reason = service
      ? reasonToSkip(service, mayUpdate) ?? reasonOfEntry(dependent)
      : 'It is no model service that uses this connection.';
    if (!service || reason) {
      outcome = skipped(reason!);
    } else if (isDown) {
      outcome = skipped(
        'Not tried, because the cluster did not answer before.',
      );
    } else {
      try {
        outcome = await applyToOne(ref, service, dependents, parts, options);
      } catch (error) {
        isDown =
          error instanceof BadGatewayError ||
          error instanceof GatewayTimeoutError ||
          error instanceof ClusterBusyError;
        outcome = failed(valueFreeError(error).message);
      }
    }
    items.push({ kind, name, ...outcome });
  }
  const { partial } = dependents;
  return { items, ...(partial && { partial }) };
}

/**
 * Those that were named, or those that have fallen behind; a service of the other kind is among these, because nothing is
 * known of its pods.
 */
function chosen(
  ref: { dependents?: DependentRef[] },
  { services }: ConnectionDependents,
): (DependentRef & { dependent?: DependentService })[] {
  const refOf = ({ service }: DependentService): DependentRef => ({
    kind: service.kind as DependentRef['kind'],
    name: service.metadata.name,
  });
  if (!ref.dependents) {
    return services
      .filter(
        ({ service, drift }) => drift || service.kind !== 'InferenceService',
      )
      .map(dependent => ({ ...refOf(dependent), dependent }));
  }
  const known = new Map(
    services.map(dependent => {
      const { kind, name } = refOf(dependent);
      return [`${kind}/${name}`, dependent];
    }),
  );
  const named = ref.dependents.map(({ kind, name }) => [
    `${kind}/${name}`,
    { kind, name, dependent: known.get(`${kind}/${name}`) },
  ]);
  return Object.values(Object.fromEntries(named));
}

/** Leaves a service alone, for a reason. */
class SkippedError extends Error {}

/** The service as it is now decides, not as it was listed. */
async function applyToOne(
  { cluster, namespace, name: connection }: ConnectionRef,
  { metadata: { name } }: InferenceService,
  dependents: ConnectionDependents,
  parts: ModelServiceParts,
  options: WriteOptions,
): Promise<Outcome> {
  try {
    const { isMoved, warnings } = await applyModelService(
      { cluster, namespace, name, connection },
      parts,
      options,
      service => {
        if (!dependents.includes(service)) {
          throw new SkippedError('It does not use this connection any more.');
        }
      },
    );
    return {
      applied: isMoved ? 'redeployed' : 'restarted',
      ...(warnings.length > 0 && { reason: warnings.join(' ') }),
    };
  } catch (error) {
    const isManaged =
      error instanceof NotAllowedError &&
      !(error instanceof ClusterForbiddenError);
    if (isManaged || error instanceof SkippedError) {
      return skipped(error.message);
    }
    if (error instanceof InvalidInputError) {
      const problems = error.details.map(({ message }) => message);
      return failed([error.message, ...problems].join(' '));
    }
    if (isMissing(error)) {
      return skipped('It has been deleted meanwhile.');
    }
    if (isStaleVersion(error)) {
      return failed(
        'Somebody else is changing it at the same time. Try again in a moment.',
      );
    }
    throw error;
  }
}
