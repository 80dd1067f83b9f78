import { ResourceRequirements } from '@mooring/backstage-plugin-model-connections-common';

/** What the form asks of the resources of one pod, as text. */
export interface ResourceFields {
  cpuRequest: string;
  cpuLimit: string;
  memoryRequest: string;
  memoryLimit: string;
  gpus: string;
}

type Resources = ResourceRequirements | Record<string, any> | undefined;

/** The name that the cluster's GPUs have where none is written yet. */
const COMMON_GPU = 'nvidia.com/gpu';

/** The name under which a service asks for GPUs, such as `amd.com/gpu`. */
export function gpuKeyOf(resources: Resources): string {
  const keys = [
    ...Object.keys(resources?.limits ?? {}),
    ...Object.keys(resources?.requests ?? {}),
  ];
  return keys.find(key => key.endsWith('/gpu')) ?? COMMON_GPU;
}

const textOf = (value: unknown) => (value === undefined ? '' : String(value));

/** Reads them. */
export function resourceFieldsOf(resources: Resources): ResourceFields {
  const { limits, requests } = resources ?? {};
  return {
    cpuRequest: textOf(requests?.cpu),
    cpuLimit: textOf(limits?.cpu),
    memoryRequest: textOf(requests?.memory),
    memoryLimit: textOf(limits?.memory),
    gpus: textOf(limits?.[gpuKeyOf(resources)]),
  };
}

/**
 * Writes those that differ into the resources that are there; whatever else these hold stays, and what did not change keeps
 * its own form.
 */
export function withResourceFields(
  resources: Resources,
  fields: ResourceFields,
): ResourceRequirements | undefined {
  const before = resourceFieldsOf(resources);
  const next = {
    ...resources,
    limits: { ...resources?.limits },
    requests: { ...resources?.requests },
  };
  const gpu = gpuKeyOf(resources);
  const put = (
    field: keyof ResourceFields,
    part: 'limits' | 'requests',
    key: string,
  ) => {
    const text = fields[field].trim();
    if (text === before[field]) return;
    if (text === '') delete next[part][key];
    else next[part][key] = text;
  };
  put('cpuRequest', 'requests', 'cpu');
  put('cpuLimit', 'limits', 'cpu');
  put('memoryRequest', 'requests', 'memory');
  put('memoryLimit', 'limits', 'memory');
  put('gpus', 'limits', gpu);
  // A request for GPUs has to equal the limit.
  if (resources?.requests?.[gpu] !== undefined) {
    put('gpus', 'requests', gpu);
  }
  const { limits, requests, ...rest } = next;
  const isKept = (part: 'limits' | 'requests') =>
    Object.keys(next[part]).length > 0 || resources?.[part] !== undefined;
  const result = {
    ...rest,
    ...(isKept('limits') && { limits }),
    ...(isKept('requests') && { requests }),
  };
  return Object.keys(result).length > 0 ? result : undefined;
}

/** Kubernetes' own form of an amount (apimachinery's `resource.Quantity`), which none of its resources takes below 0. */
const QUANTITY =
  /^\+?(\d+(\.\d*)?|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?\d+)?$/;

/** Whether a text is an amount as Kubernetes writes it, such as `500m`, `24Gi` or `1e3`; empty is none. */
export const isQuantity = (text: string): boolean =>
  text.trim() === '' || QUANTITY.test(text.trim());

/** Whether a text is a whole number, 0 or more; empty is none. */
export const isCount = (text: string): boolean => /^\d*$/.test(text.trim());
