import { Refusal } from './Refusal';

interface Format {
  name?: string;
  version?: string;
  autoSelect?: boolean;
}

/** KServe compares versions word for word: a format without one stands for none. */
const supports = (formats: Format[] | undefined, { name, version }: Format) =>
  formats?.some(
    format => format.name === name && (!version || format.version === version),
  ) ?? false;

/**
 * The runtime that serves a service, or why there is none, as KServe 0.20
 * decides: by its name, that of the project before the cluster's, whether or
 * not it is of use; without a name, one that supports the format and may be
 * chosen.
 */
export function chooseRuntime(
  service: any,
  runtimes: any[],
): { runtime: any } | Refusal {
  const { model = {} } = service.spec?.predictor ?? {};
  const { runtime: named, modelFormat = {} } = model;
  const isOwn = ({ kind }: any) => kind === 'ServingRuntime';
  const visible = runtimes.filter(
    runtime =>
      !isOwn(runtime) ||
      runtime.metadata.namespace === service.metadata.namespace,
  );
  if (!named) {
    const runtime = visible.find(
      ({ spec }) =>
        !spec?.disabled &&
        supports(
          spec?.supportedModelFormats?.filter(
            ({ autoSelect }: Format) => autoSelect,
          ),
          modelFormat,
        ),
    );
    return runtime
      ? { runtime }
      : {
          situation: 'noRuntime',
          event: `no runtime found to support predictor with model type: {${
            modelFormat.name ?? ''
          } <nil>}`,
        };
  }
  const candidates = visible.filter(({ metadata }) => metadata.name === named);
  const runtime = candidates.find(isOwn) ?? candidates[0];
  if (!runtime) {
    return {
      situation: 'runtimeMissing',
      event: `No ServingRuntimes or ClusterServingRuntimes with the name: ${named}`,
    };
  }
  if (runtime.spec?.disabled) {
    return {
      situation: 'runtimeDisabled',
      event: `specified runtime ${named} is disabled`,
    };
  }
  return supports(runtime.spec?.supportedModelFormats, modelFormat)
    ? { runtime }
    : {
        situation: 'runtimeUnfit',
        event: `specified runtime ${named} does not support specified framework/version`,
      };
}
