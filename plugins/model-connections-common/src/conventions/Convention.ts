import { ProtocolHabits } from '../protocols/Protocol';
import { ConventionId, ProtocolId } from '../schema/openapi';

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
  /** The label that marks a type as locked against edit and delete; without a value, its presence does. */
  preinstalledLabel: { key: string; value?: string };
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
    typeName: readonly string[];
    protocol: string;
    creator: string;
    /** The outcome of the last live check. */
    checkStatus: string;
    checkAt: string;
    checkMessage: string;
    /** With the value `true` it keeps a connection out of lists. */
    hidden?: string;
  };
  /** Annotations of a model service; display name, description and creator are called as on a connection. */
  serviceAnnotations: {
    /** The connection that its model comes from. */
    connection: string;
    /** The path in an S3 bucket, where the platform's own operator binds the connection by annotations alone. */
    s3Path?: string;
  };
  /** What the platform's own dashboard puts on an S3 connection whose four keys (bucket too) are all set. */
  completeS3Marks?: {
    labels: Readonly<Record<string, string>>;
    annotations: Readonly<Record<string, string>>;
  };
  /** Keys that a Secret needs beyond the protocol's own to be taken for it, where no annotation names the protocol. */
  extraKeys: Readonly<Partial<Record<ProtocolId, readonly string[]>>>;
  habits: ProtocolHabits;
}
