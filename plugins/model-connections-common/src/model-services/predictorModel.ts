import { Predictor, PredictorModel } from './InferenceService';

/** Keys of a predictor that older services use instead of `model`, called after the model's format. */
const FRAMEWORKS = [
  'sklearn',
  'xgboost',
  'tensorflow',
  'pytorch',
  'triton',
  'onnx',
  'huggingface',
  'pmml',
  'lightgbm',
  'paddle',
] as const;

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The part of a predictor that names the model, and the key it stands under; `undefined` where the service brings its model
 * in a container of its own.
 *
 * @public
 */
export function predictorModelOf(
  predictor: Predictor | undefined,
): { key: string; model: PredictorModel } | undefined {
  const key = ['model', ...FRAMEWORKS].find(candidate =>
    isObject(predictor?.[candidate]),
  );
  return key === undefined
    ? undefined
    : { key, model: predictor![key] as PredictorModel };
}

/**
 * The format of the model: older keys are called after it.
 *
 * @public
 */
export function modelFormatOf(
  predictor: Predictor | undefined,
): { name: string; version?: string } | undefined {
  const found = predictorModelOf(predictor);
  if (!found) {
    return undefined;
  }
  const { name, version } = found.model.modelFormat ?? {};
  if (found.key !== 'model') {
    return { name: found.key };
  }
  return name === undefined
    ? undefined
    : { name, ...(version !== undefined && { version }) };
}
