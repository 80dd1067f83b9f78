import {
  InferenceService,
  predictorModelOf,
} from '@mooring/backstage-plugin-model-connections-common';
import isEqual from 'lodash/isEqual';
import pickBy from 'lodash/pickBy';

/**
 * The merge patch that puts back what a service was to be bound by and a webhook of the cluster has taken out or replaced;
 * `undefined` where all is there. The operator of Open Data Hub, when the connection changes, clears the location and the
 * account that the former one may have had, without a look at whose they are.
 *
 * @param stored - as the cluster answered
 * @param written - as it was sent
 * @see https://github.com/opendatahub-io/opendatahub-operator/blob/main/internal/webhook/serving/mutating_isvc.go
 */
export function undoneBinding(
  stored: InferenceService,
  written: InferenceService,
): object | undefined {
  const wanted = bindingOf(written);
  const found = bindingOf(stored);
  const isUndone = (part: 'predictor' | 'model') =>
    pickBy(
      wanted[part],
      (value, key) =>
        value !== undefined &&
        !isEqual(value, (found[part] as Record<string, unknown>)[key]),
    );
  const predictor = isUndone('predictor');
  const model = isUndone('model');
  const hasModel = Object.keys(model).length > 0;
  return hasModel || Object.keys(predictor).length > 0
    ? {
        spec: {
          predictor: { ...predictor, ...(hasModel && { [wanted.key]: model }) },
        },
      }
    : undefined;
}

function bindingOf({ spec: { predictor } }: InferenceService) {
  const { serviceAccountName, imagePullSecrets } = predictor;
  const { key = 'model', model } = predictorModelOf(predictor) ?? {};
  return {
    key,
    predictor: { serviceAccountName, imagePullSecrets },
    model: { storageUri: model?.storageUri },
  };
}
