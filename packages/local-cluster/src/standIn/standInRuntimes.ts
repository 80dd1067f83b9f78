function runtime(name: string, formats: string[], auto = formats): object {
  return {
    apiVersion: 'serving.kserve.io/v1alpha1',
    kind: 'ClusterServingRuntime',
    metadata: { name },
    spec: {
      supportedModelFormats: formats.map(format => ({
        name: format,
        ...(auto.includes(format) && { autoSelect: true }),
      })),
      containers: [{ name: 'kserve-container', image: `kserve/${name}` }],
    },
  };
}

/** Runtimes as KServe installs them, by the names and formats that they have there; their images are never pulled. */
export const standInRuntimes: object[] = [
  runtime('kserve-huggingfaceserver', ['huggingface']),
  runtime('kserve-lgbserver', ['lightgbm']),
  runtime(
    'kserve-mlserver',
    ['sklearn', 'xgboost', 'lightgbm', 'mlflow'],
    ['mlflow'],
  ),
  runtime('kserve-sklearnserver', ['sklearn']),
  runtime(
    'kserve-tritonserver',
    ['onnx', 'pytorch', 'tensorflow'],
    ['tensorflow'],
  ),
  runtime('kserve-xgbserver', ['xgboost']),
];
