import {
  ModelFormat,
  runtimeNamed,
  ServingChoice,
  supportsFormat,
} from '@mooring/backstage-plugin-model-connections-common';

/** The format of a model as it was typed. */
export const formatOf = (name: string, version: string): ModelFormat => ({
  name,
  ...(version && { version }),
});

/** The runtimes that support a format, those of the project first. */
export const runtimesFor = (
  runtimes: readonly ServingChoice[],
  format: ModelFormat,
): ServingChoice[] =>
  runtimes.filter(runtime => supportsFormat(runtime, format));

/** Whether a runtime cannot be chosen by its name, since the project has another one of that name. */
export const isShadowed = (
  runtime: ServingChoice,
  runtimes: readonly ServingChoice[],
): boolean => runtimeNamed(runtimes, runtime.name) !== runtime;

/**
 * The runtime that KServe chooses, where there is only one that it may choose of itself; `undefined` where it is KServe's
 * business, which goes by priorities and ages.
 */
export function autoRuntimeOf(
  runtimes: readonly ServingChoice[],
  format: ModelFormat,
): ServingChoice | undefined {
  const candidates = runtimes.filter(({ modelFormats = [] }) =>
    supportsFormat(
      { modelFormats: modelFormats.filter(({ autoSelect }) => autoSelect) },
      format,
    ),
  );
  const own = candidates.filter(({ scope }) => scope === 'project');
  const chosen = own.length > 0 ? own : candidates;
  return chosen.length === 1 ? chosen[0] : undefined;
}
