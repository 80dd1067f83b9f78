import {
  ConnectionRef,
  deletionBreaks,
  Dependent,
  DependentList,
  DependentVia,
  driftFromConnection,
  InferenceService,
  isDedicatedServiceAccount,
  isDns1123Subdomain,
  isStorageEntryOld,
  managedBy,
  MODEL_SERVICE,
  ModelServiceDrift,
  readModelService,
  secretsOfServiceAccount,
  ServiceAccount,
  storageEntryOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { decodeLocation } from '../../codecs/connection/decodeLocation';
import { decodeData } from '../../codecs/connection/decodeConnection';
import { isMissing } from '../../errors/isMissing';
import { ConnectionSecrets } from '../connections/ConnectionSecrets';
import { ServiceOptions } from '../ServiceOptions';
import { ServiceObjects, ServiceObjectsContext } from './ServiceObjects';

/** A model service that depends on a connection, with what it needs. */
export interface DependentService {
  service: InferenceService;
  via: DependentVia;
  drift?: ModelServiceDrift;
  /** The entry of KServe's storage configuration that it takes its credentials from and that is behind the connection. */
  oldEntry?: { key: string; secretName: string };
}

type ConnectionDependentsContext = ServiceObjectsContext & {
  secrets: Pick<ConnectionSecrets, 'readSecret' | 'conventionOf'>;
};

/** Who depends on one connection. It holds the connection's values: it stays in the services. */
export class ConnectionDependents {
  private constructor(
    private readonly ref: ConnectionRef,
    private readonly objects: ServiceObjects,
    /** Model services of both kinds. */
    readonly services: readonly DependentService[],
  ) {}

  /** Throws `NotFoundError` where there is no such connection. */
  static async read(
    ref: ConnectionRef,
    context: ConnectionDependentsContext,
    options: ServiceOptions,
  ): Promise<ConnectionDependents> {
    const { body } = await context.secrets.readSecret(ref, options);
    const connection = decodeLocation(
      body,
      context.secrets.conventionOf(ref, body),
    );
    const objects = await ServiceObjects.read(ref, context, options);
    const found = objects.services.flatMap(service => {
      const via = objects.secretsOf(service).get(ref.name);
      return via ? [{ service, via }] : [];
    });
    const [podsOf, entries] = await Promise.all([
      objects.readPods(
        found
          .filter(({ service }) => service.kind === 'InferenceService')
          .map(({ service }) => service.metadata.name),
        options,
      ),
      readStorageEntries(
        ref,
        found.map(({ service }) =>
          storageEntryOf(service, objects.credentials),
        ),
        context,
        options,
      ),
    ]);
    const describe = (service: InferenceService, via: DependentVia) => {
      const entry = storageEntryOf(service, objects.credentials);
      const isOld =
        via === 'storageKey' &&
        entry !== undefined &&
        isStorageEntryOld(
          entries.get(entry.secretName)?.[entry.key],
          connection.values ?? {},
          connection.metadata?.annotations,
        );
      const drift = driftFromConnection(
        service,
        via,
        connection,
        podsOf(service),
        objects.credentials.s3,
      );
      return {
        service,
        via,
        drift: isOld ? ('redeploy' as const) : drift,
        ...(isOld && { oldEntry: entry }),
      };
    };
    return new ConnectionDependents(
      ref,
      objects,
      found.map(({ service, via }) => describe(service, via)),
    );
  }

  /** Whether a service, read anew, still depends on the connection. */
  includes(service: InferenceService): boolean {
    return this.objects.secretsOf(service).has(this.ref.name);
  }

  /** As the API gives it, before anybody has decided who may do what. */
  describe(): DependentList {
    const { partial } = this;
    return {
      items: [
        ...this.services.map(dependent => this.#describeService(dependent)),
        ...this.objects.accounts.flatMap(account => {
          const via = secretsOfServiceAccount(account).get(this.ref.name);
          return via ? [this.#describeAccount(account, via)] : [];
        }),
      ],
      ...(this.objects.arePodsHidden && { driftUnknown: true }),
      ...(partial && { partial }),
    };
  }

  /** Why something may be missing, in words. */
  get partial(): string | undefined {
    return this.objects.partial;
  }

  #describeService({ service, via, drift }: DependentService): Dependent {
    const { cluster } = this.ref;
    const { kind, name, displayName, status } = readModelService(service, {
      cluster,
    });
    const owner = managedBy(service.metadata);
    return {
      kind,
      name,
      ...(displayName && { displayName }),
      via,
      deletionBreaks: deletionBreaks(via),
      ...(drift && { drift }),
      ready: status.ready,
      ...(owner && { managedBy: owner }),
      allowedActions: kind === 'InferenceService' && !owner ? ['apply'] : [],
    };
  }

  #describeAccount(account: ServiceAccount, via: DependentVia): Dependent {
    const { metadata } = account;
    const owner = managedBy(metadata);
    const madeFor = metadata.annotations?.[MODEL_SERVICE] ?? '';
    const isAlone =
      this.partial === undefined &&
      isDedicatedServiceAccount(account, madeFor, [this.ref.name]) &&
      !this.objects.services.some(
        ({ kind, metadata: { name } }) =>
          kind === 'InferenceService' && name === madeFor,
      );
    return {
      kind: 'ServiceAccount',
      name: metadata.name,
      via,
      deletionBreaks: deletionBreaks(via),
      ...(owner && { managedBy: owner }),
      ...(isAlone && !owner && { removable: true }),
      allowedActions: [],
    };
  }
}

/** The texts of the Secrets that hold entries of KServe's storage configuration, by name; one that is gone is left out. */
async function readStorageEntries(
  ref: ConnectionRef,
  wanted: ({ secretName: string } | undefined)[],
  { secrets }: ConnectionDependentsContext,
  options: ServiceOptions,
): Promise<ReadonlyMap<string, Record<string, string>>> {
  const names = new Set(
    wanted.flatMap(entry => entry?.secretName ?? []).filter(isDns1123Subdomain), // an annotation may hold anything
  );
  const entries = new Map<string, Record<string, string>>();
  for (const name of names) {
    try {
      const { body } = await secrets.readSecret({ ...ref, name }, options);
      entries.set(name, decodeData(body));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return entries;
}
