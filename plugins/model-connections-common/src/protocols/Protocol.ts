import { ConnectionTypeFormField } from '../connection-types/connectionTypeFieldSchema';
import { ProtocolId } from '../schema/openapi';

/**
 * A wrong value: the environment variable it stands under and what to do about it.
 *
 * @public
 */
export interface ValueIssue {
  field: string;
  message: string;
  /** Set where the value breaks a size limit (413) rather than a rule (400). */
  tooLarge?: true;
}

/**
 * The facts about a connection that lists need, kept in `mooring.dev/model-source` because a list of Secrets asks for
 * metadata only.
 *
 * @public
 */
export interface ModelSource {
  protocols: ProtocolId[];
  /** The fixed part of the model's location, such as `s3://models`; absent when nothing can be deployed from it. */
  base?: string;
  /** OCI: whether images may be pulled. */
  pull?: boolean;
}

/**
 * Everything that is particular to one way of storing models. A closed table: see {@link protocols}.
 *
 * @public
 */
export interface Protocol {
  id: ProtocolId;
  /** Short name for tags, such as `S3`. */
  title: string;
  /** The built-in connection type's fields. */
  fields: ConnectionTypeFormField[];
  /** Whether a Secret with these keys speaks this protocol; also asked of types that bring no rule of their own. */
  matches(keys: ReadonlySet<string>): boolean;
  /** Whether connections of a type with these keys will, where a type needs more than a Secret does. */
  matchesType?(keys: ReadonlySet<string>): boolean;
  /** The rules that go beyond a field's own, for values in their stored form. */
  validate(values: Readonly<Record<string, string>>): ValueIssue[];
  /** The annotations without which KServe does not see what the values say (it reads `serving.kserve.io/*` only). */
  servingAnnotations(
    values: Readonly<Record<string, string>>,
  ): Record<string, string>;
  /**
   * The facts for lists, from values that may be shown; `undefined` where even the location may be confidential.
   */
  modelSource(
    shown: Readonly<Record<string, string>>,
  ): Omit<ModelSource, 'protocols'> | undefined;
  /** Why no model can be served from it, from what {@link Protocol.modelSource} gave; `undefined` when one can. */
  servingProblem(source: Omit<ModelSource, 'protocols'>): string | undefined;
}
