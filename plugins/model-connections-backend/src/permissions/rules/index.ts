import { hasProtocol } from './hasProtocol';
import { hasType } from './hasType';
import { isCreator } from './isCreator';
import { isInCluster } from './isInCluster';
import { isInNamespace } from './isInNamespace';

/** Every rule that a policy can make conditions of. */
export const modelConnectionRules = {
  isInCluster,
  isInNamespace,
  hasProtocol,
  hasType,
  isCreator,
};
