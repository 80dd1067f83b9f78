import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { InferenceServices } from './InferenceServices';
import { ModelServicePlans } from './ModelServicePlans';
import { ModelSourceAccounts } from './ModelSourceAccounts';
import { ServiceConnections } from './ServiceConnections';

/** What reads and writes model services are made of. */
export interface ModelServiceParts {
  services: InferenceServices;
  accounts: ModelSourceAccounts;
  connections: ServiceConnections;
  plans: ModelServicePlans;
}

/** The parts over a gateway. */
export function createModelServiceParts(context: {
  gateway: KubernetesGateway;
  config: ModelConnectionsConfig;
}): ModelServiceParts {
  const { gateway, config } = context;
  const parts = {
    services: new InferenceServices(gateway),
    accounts: new ModelSourceAccounts(gateway),
    connections: new ServiceConnections(gateway, config),
  };
  return { ...parts, plans: new ModelServicePlans({ ...context, ...parts }) };
}
