//

export * from '../models/Cluster.model';
export * from '../models/ClusterConventions.model';
export * from '../models/ClusterList.model';
export * from '../models/Connection.model';
export * from '../models/ConnectionCreate.model';
export * from '../models/ConnectionList.model';
export * from '../models/ConnectionSummary.model';
export * from '../models/ConnectionType.model';
export * from '../models/ConnectionTypeField.model';
export * from '../models/ConnectionTypeInstallResult.model';
export * from '../models/ConnectionTypeList.model';
export * from '../models/ConnectionValue.model';
export * from '../models/ConventionId.model';
export * from '../models/ErrorDetail.model';
export * from '../models/ErrorResponse.model';
export * from '../models/ErrorResponseError.model';
export * from '../models/FieldType.model';
export * from '../models/ManagedBy.model';
export * from '../models/Namespace.model';
export * from '../models/NamespaceList.model';
export * from '../models/ProtocolId.model';
export * from '../models/Servable.model';
export * from '../models/StoredConnectionValue.model';
