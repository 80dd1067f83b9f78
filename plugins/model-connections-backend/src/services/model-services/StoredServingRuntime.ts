import { ServingFormat } from '@mooring/backstage-plugin-model-connections-common';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';

/** A ServingRuntime or ClusterServingRuntime, as far as it is read. */
export interface StoredServingRuntime extends KubernetesObject {
  spec?: {
    disabled?: boolean;
    supportedModelFormats?: ServingFormat[];
  };
}

/** The formats that a runtime supports. */
export const modelFormatsOf = ({
  spec,
}: StoredServingRuntime): ServingFormat[] =>
  (spec?.supportedModelFormats ?? []).map(({ name, version, autoSelect }) => ({
    name,
    ...(version !== undefined && { version }),
    ...(autoSelect !== undefined && { autoSelect }),
  }));
