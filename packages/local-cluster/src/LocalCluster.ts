import { KeyPair } from './certificates/createCertificateAuthority';

/**
 * What serves the API: our own server in TypeScript, or the real
 * `kube-apiserver` with etcd.
 */
export type LocalClusterKind = 'embedded' | 'kubernetes';

/** Bearer tokens, random per start, of the people that the cluster knows. */
export interface LocalClusterTokens {
  /** May do everything. */
  admin: string;
  /** What the portal needs and no more, where the cluster has RBAC. */
  backstage: string;
  /** A person of the group `team-a`, without any rights of her own. */
  alice: string;
  /** A person of the group `team-b`, without any rights of his own. */
  bob: string;
}

/** How a call of {@link LocalCluster.request} differs from the default. */
export interface ClusterRequestOptions {
  /** Sent as JSON; a string or a Buffer is sent as it is. */
  body?: unknown;
  /** Bearer token, the admin's when left out; an empty string sends none. */
  token?: string;
  /** `application/json`, for PATCH `application/merge-patch+json`. */
  contentType?: string;
  /** `application/json` when left out. */
  accept?: string;
  /** Added to the path; undefined values are left out. */
  query?: Record<string, string | number | undefined>;
  /** Further headers. */
  headers?: Record<string, string>;
}

/** What the API server answered. Error statuses are answers too. */
export interface ClusterResponse<T = any> {
  status: number;
  /** Parsed JSON, or the text where the server did not send JSON. */
  body: T;
  headers: Record<string, string | string[] | undefined>;
}

/** The part of an event of the API server's audit log (audit.k8s.io/v1) that tests look at. */
export interface AuditEvent {
  verb: string;
  /** Path with query. */
  requestURI: string;
  /** Who sent the request. */
  user: { username: string; groups?: string[] };
  /** As whom, when the sender impersonates somebody. */
  impersonatedUser?: { username: string; groups?: string[] };
  objectRef?: { resource?: string; namespace?: string; name?: string };
  responseStatus?: { code?: number };
}

/** A Kubernetes API on this machine, for trying out and for tests. */
export interface LocalCluster {
  kind: LocalClusterKind;
  /**
   * Whether KServe's own controller and webhooks work on it. Elsewhere
   * InferenceServices are stored and nothing happens to them.
   */
  kserve: boolean;
  /** For people: says what it is, and that the embedded one is not real. */
  title: string;
  /** `https://127.0.0.1:<port>`, no slash at the end. */
  url: string;
  /** Base64 of the PEM of the CA, as in a kubeconfig. */
  caData: string;
  tokens: LocalClusterTokens;
  /** What the server itself shows: for a proxy in front of it. */
  servingCertificate: KeyPair;
  /**
   * Sends one request. Gives error statuses back as they are; throws only
   * when there was no answer.
   */
  request<T = any>(
    method: string,
    path: string,
    options?: ClusterRequestOptions,
  ): Promise<ClusterResponse<T>>;
  /**
   * Creates what the manifests (objects, or YAML with any number of documents)
   * describe and leaves alone what is there already. Objects without a
   * namespace go to `default`. Returns when new namespaces can be used.
   *
   * @throws Error with the server's words when it refuses an object.
   */
  apply(manifests: object[] | string): Promise<void>;
  /**
   * Makes every `continue` token given out so far answer 410 Gone, which a
   * cluster does by itself after some minutes. Absent on a cluster that
   * another process started.
   */
  expireContinueTokens?(): Promise<void>;
  /** Where the API server writes its audit log; absent on the embedded one. */
  auditLogFile?: string;
  /**
   * The finished requests in the audit log, oldest first, of which the log
   * has metadata only. An event may come some moments after its answer.
   * Absent where there is no `auditLogFile`.
   *
   * @param containing - leaves out events that do not hold this text, such as
   *   the name of a namespace
   */
  auditLog?(containing?: string): Promise<AuditEvent[]>;
  /**
   * Stops what `startLocalCluster` started and leaves no process and no file.
   * May be called again. Does nothing on a cluster that another process
   * started.
   */
  stop(): Promise<void>;
}
