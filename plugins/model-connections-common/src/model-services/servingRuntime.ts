import { ModelFormat, ModelServiceWrite, ServingChoice } from './ModelService';

/**
 * Whether a runtime that a service names supports a model format. A version that is asked for has to be among those of the
 * runtime, word for word: one without versions supports none (`RuntimeSupportsModel` of KServe 0.20).
 *
 * @public
 */
export const supportsFormat = (
  runtime: Pick<ServingChoice, 'modelFormats'>,
  format: ModelFormat,
): boolean =>
  (runtime.modelFormats ?? []).some(
    ({ name, version }) =>
      name === format.name &&
      (format.version === undefined || format.version === version),
  );

/**
 * The runtime that KServe takes for a name: the project's, and the cluster's only where the project has none of that name
 * (`GetServingRuntime` of KServe 0.20).
 *
 * @public
 */
export const runtimeNamed = <T extends Pick<ServingChoice, 'name' | 'scope'>>(
  runtimes: readonly T[],
  name: string,
): T | undefined =>
  runtimes.find(
    runtime => runtime.name === name && runtime.scope === 'project',
  ) ?? runtimes.find(runtime => runtime.name === name);

/**
 * Why KServe would refuse a format with a runtime; `undefined` where it takes it.
 *
 * @public
 */
export function runtimeProblem(
  runtime: Pick<ServingChoice, 'name' | 'modelFormats'>,
  format: ModelFormat,
): string | undefined {
  if (supportsFormat(runtime, format)) return undefined;
  const titleOf = ({ name, version }: ModelFormat) =>
    version === undefined ? name : `${name} ${version}`;
  const supported = (runtime.modelFormats ?? []).map(titleOf);
  return `${runtime.name} does not support ${titleOf(format)}, ${
    supported.length > 0 ? `only ${supported.join(', ')}` : 'nor any other'
  }. Choose another runtime, or leave it to KServe.`;
}

/**
 * What serves a service that is there.
 *
 * @public
 */
export interface ServingOfService {
  runtime?: string;
  modelFormat?: ModelFormat;
}

/**
 * Whether a service keeps its runtime and its format, which are then not to be judged.
 *
 * @param serving - what it has now; absent for a new one
 * @public
 */
export const keepsServing = (
  { runtime, modelFormat }: ModelServiceWrite,
  serving: ServingOfService | undefined,
): boolean =>
  serving !== undefined &&
  serving.runtime === runtime &&
  serving.modelFormat?.name === modelFormat?.name &&
  serving.modelFormat?.version === modelFormat?.version;
