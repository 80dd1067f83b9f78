import { ConventionId } from '../schema/openapi';

/**
 * The names that one platform gives to the same things: a table without code, so that there is one codec for all.
 *
 * @public
 */
export interface Convention {
  id: ConventionId;
  /** Where connection types lie unless config says otherwise. */
  typeNamespace: string;
  /** Labels that every connection type carries. */
  typeLabels: Readonly<Record<string, string>>;
  /** The label that marks a type as locked against edit and delete. */
  preinstalledLabel: { key: string; value: string };
  /** Annotations of a connection type; the first of several names is written, all are read in order. */
  typeAnnotations: {
    displayName: readonly string[];
    description: string;
    disabled: string;
    creator: string;
  };
  /** The label that every connection carries. */
  connectionLabel: { key: string; value: string };
  /** Annotations of a connection; the first of several names is written, all are read in order. */
  connectionAnnotations: {
    displayName: readonly string[];
    description: string;
    typeName: string;
    protocol: string;
    creator: string;
  };
}
