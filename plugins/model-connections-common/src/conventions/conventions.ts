import { ConventionId } from '../schema/openapi';
import { alauda } from './alauda';
import { Convention } from './Convention';
import { openDataHub } from './openDataHub';

/**
 * All conventions, in the order in which objects are held against them: an object that carries the marks of two is read
 * by the first.
 *
 * @public
 */
export const conventions: readonly Convention[] = [alauda, openDataHub];

/**
 * The convention of that id.
 *
 * @public
 */
export function conventionOf(id: ConventionId): Convention {
  return conventions.find(convention => convention.id === id)!;
}
