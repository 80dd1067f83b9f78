import { ServingChoice } from '@mooring/backstage-plugin-model-connections-common';

function formatsOf(runtime: ServingChoice, format: string, version: string) {
  return (runtime.modelFormats ?? []).filter(
    candidate =>
      candidate.name === format &&
      (version === '' ||
        candidate.version === undefined ||
        candidate.version === version),
  );
}

/** The runtimes that support a format, those of the project first. */
export const runtimesFor = (
  runtimes: readonly ServingChoice[],
  format: string,
  version: string,
): ServingChoice[] =>
  runtimes.filter(runtime => formatsOf(runtime, format, version).length > 0);

/**
 * The runtime that KServe chooses, where there is only one that it may choose of itself; `undefined` where it is KServe's
 * business, which goes by priorities and ages.
 */
export function autoRuntimeOf(
  runtimes: readonly ServingChoice[],
  format: string,
  version: string,
): ServingChoice | undefined {
  const candidates = runtimes.filter(runtime =>
    formatsOf(runtime, format, version).some(({ autoSelect }) => autoSelect),
  );
  const own = candidates.filter(({ scope }) => scope === 'project');
  const chosen = own.length > 0 ? own : candidates;
  return chosen.length === 1 ? chosen[0] : undefined;
}
