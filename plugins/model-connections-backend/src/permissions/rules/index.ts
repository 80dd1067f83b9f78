import { hasProtocol } from './hasProtocol';
import { hasType } from './hasType';
import { isCreator } from './isCreator';
import { isInCluster, isServiceInCluster } from './isInCluster';
import { isInNamespace, isServiceInNamespace } from './isInNamespace';

/** Every rule that a policy can make conditions of for connections. */
export const modelConnectionRules = {
  isInCluster,
  isInNamespace,
  hasProtocol,
  hasType,
  isCreator,
};

/** Every rule that a policy can make conditions of for model services. */
export const modelServiceRules = {
  isInCluster: isServiceInCluster,
  isInNamespace: isServiceInNamespace,
};
