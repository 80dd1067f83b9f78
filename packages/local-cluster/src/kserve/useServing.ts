import { waitUntil } from '../client/waitUntil';
import { useCluster } from '../contract/useCluster';
import { Kubelet } from './Kubelet';

/** An InferenceService, in the words of the tests. */
export interface ServiceOptions {
  storageUri?: string;
  /** Names of Secrets on a ServiceAccount made for the service. */
  secrets?: string[];
  annotations?: Record<string, string>;
  /** Further parts of `spec.predictor`. */
  predictor?: object;
  /** Further parts of `spec.predictor.model`. */
  model?: object;
}

/** The ServiceAccount that {@link useServing} makes for a service. */
export const accountOf = (service: string) => `${service}-account`;

/** What a test of KServe works with; for within a suite that needs KServe. */
export function useServing() {
  const api = useCluster();
  const kubelet = new Kubelet({
    request: (...call) => api.cluster.request(...call),
  });
  const servicePath = (name: string) =>
    `/apis/serving.kserve.io/v1beta1/namespaces/${api.namespace}/inferenceservices/${name}`;

  return {
    api,
    kubelet,
    servicePath,

    /** Creates a Secret. */
    async secret(
      name: string,
      stringData: Record<string, string>,
      annotations: Record<string, string> = {},
    ): Promise<void> {
      await api.create('secrets', {
        metadata: { name, annotations },
        stringData,
      });
    },

    /** Creates an InferenceService, with a ServiceAccount if it has Secrets. */
    async service(name: string, options: ServiceOptions): Promise<any> {
      const { secrets, annotations, predictor, model, storageUri } = options;
      if (secrets) {
        await api.create('serviceaccounts', {
          metadata: { name: accountOf(name) },
          secrets: secrets.map(secret => ({ name: secret })),
        });
      }
      await api.cluster.apply([
        {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          metadata: { name, namespace: api.namespace, annotations },
          spec: {
            predictor: {
              ...(secrets && { serviceAccountName: accountOf(name) }),
              model: {
                modelFormat: { name: 'sklearn' },
                ...(storageUri && { storageUri }),
                ...model,
              },
              ...predictor,
            },
          },
        },
      ]);
      return (await api.request('GET', servicePath(name))).body;
    },

    /** The pod that the controllers have made of a service. */
    pod: (name: string): Promise<any> =>
      kubelet.waitForPod(api.namespace, name),

    /** The service as soon as its status is as asked for. */
    serviceWhen(
      name: string,
      what: string,
      accept: (status: any) => boolean | undefined,
    ): Promise<any> {
      return waitUntil(`${name} ${what}`, async () => {
        const { body } = await api.request('GET', servicePath(name));
        return body.status && accept(body.status) ? body : undefined;
      });
    },

    /** Messages of the events on an object, by its name. */
    async events(name: string): Promise<string[]> {
      const { body } = await api.request('GET', api.path('events'), {
        query: { fieldSelector: `involvedObject.name=${name}` },
      });
      return body.items.map((event: any) => event.message);
    },
  };
}

/** What {@link useServing} gives. */
export type Serving = ReturnType<typeof useServing>;

/** Variables of a container: literals as text, references as `secret/key`. */
export function environmentOf(container: any): Record<string, string> {
  return Object.fromEntries(
    (container.env ?? []).map(({ name, value, valueFrom }: any) => {
      const reference = valueFrom?.secretKeyRef;
      return [name, reference ? `${reference.name}/${reference.key}` : value];
    }),
  );
}

/** The condition of a type; undefined when it is not there. */
export function conditionOf(status: any, type: string): any {
  return status.conditions?.find((condition: any) => condition.type === type);
}
