import {
  ConnectionTypeRef,
  Convention,
} from '@mooring/backstage-plugin-model-connections-common';
import { StoredConnectionType } from '../../codecs/connection-type/connectionTypeCodec';
import { ConfigMap } from '../../kubernetes/KubernetesObject';
import { ServiceOptions } from '../ServiceOptions';

/** A connection type with what it was read from. */
export interface ReadConnectionType {
  configMap: ConfigMap;
  convention: Convention;
  type: StoredConnectionType;
  /** The API server's clock. */
  date: Date;
}

/** Reads connection types as they are stored, for the rules of connections. */
export interface ConnectionTypeReader {
  /** Throws `NotFoundError`, or `ClusterForbiddenError` that says what to apply. */
  read(
    ref: ConnectionTypeRef,
    options: ServiceOptions,
  ): Promise<ReadConnectionType>;
}
