import { DeletionBreaks, DependentVia } from '../schema/openapi';

/**
 * What no longer works of a dependent once the connection that it uses is deleted; pods that run stay as they are. A
 * Secret that a ServiceAccount names and that is missing keeps new pods from being admitted, so the next scale-up fails;
 * a missing pull secret keeps no pod away, but its image is not pulled (both seen on KServe 0.20). An entry in the storage
 * configuration goes with the connection where the platform's operator keeps it.
 *
 * @public
 */
export function deletionBreaks(via: DependentVia): DeletionBreaks {
  switch (via) {
    case 'annotation':
      return 'nothing';
    case 'imagePullSecret':
      return 'pull';
    default:
      return 'start';
  }
}
