/** Tells the services of a list apart. */
export const modelServiceRowKey = (service: {
  namespace: string;
  name: string;
  kind?: string;
}) => [service.namespace, service.name, service.kind].join('/');
