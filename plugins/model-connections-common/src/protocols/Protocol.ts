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
 * What of a platform's habits a protocol has to know.
 *
 * @public
 */
export interface ProtocolHabits {
  /** Whether an OCI connection without any access type may pull. */
  pullsWithoutAccessType: boolean;
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
  /**
   * The fields that say where credentials are sent. A stored secret must never follow a changed one unseen.
   */
  destinationKeys: readonly string[];
  /**
   * Whether the credentials themselves travel to the destination, so that a new one needs them typed again. S3, GCS and
   * Azure only send signatures made with them.
   */
  sendsCredentials: boolean;
  /** Whether a Secret with these keys speaks this protocol; also asked of types that bring no rule of their own. */
  matches(keys: ReadonlySet<string>): boolean;
  /** Whether connections of a type with these keys will, where a type needs more than a Secret does. */
  matchesType?(keys: ReadonlySet<string>): boolean;
  /** Whether KServe takes credentials of this kind out of a Secret with these keys; it takes one kind only. */
  injects(keys: ReadonlySet<string>): boolean;
  /** The rules that go beyond a field's own, for values in their stored form. */
  validate(values: Readonly<Record<string, string>>): ValueIssue[];
  /** The annotations without which KServe does not see what the values say. */
  servingAnnotations(
    values: Readonly<Record<string, string>>,
  ): Record<string, string>;
  /** Every annotation that {@link Protocol.servingAnnotations} may give, so that one that no longer holds is removed. */
  servingAnnotationKeys: readonly string[];
  /**
   * The facts for lists, from values that may be shown; `undefined` where even the location may be confidential.
   */
  modelSource(
    shown: Readonly<Record<string, string>>,
    habits: ProtocolHabits,
  ): Omit<ModelSource, 'protocols'> | undefined;
  /** Why no model can be served from it, from what {@link Protocol.modelSource} gave; `undefined` when one can. */
  servingProblem(source: Omit<ModelSource, 'protocols'>): string | undefined;
  /** What is wrong with the path of a model, in words; `undefined` when nothing is. */
  pathProblem(path: string): string | undefined;
  /** The location that KServe gets. Call it with a path that {@link Protocol.pathProblem} lets pass. */
  modelUri(values: Readonly<Record<string, string>>, path: string): string;
}
