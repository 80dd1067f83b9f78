/**
 * The domain of Mooring: connection types, connections and the rules that browser and backend share.
 *
 * @packageDocumentation
 */

export * from './client';
export * from './clusters';
export * from './connection-types';
export * from './connections';
export * from './conventions';
export * from './model-services';
export * from './names';
export * from './permissions';
export * from './protocols';
export * from './s3-settings';
export type {
  AppliedDependent,
  AppliedDependentList,
  ApplyToDependents,
  Cluster,
  ClusterList,
  Connection,
  ConnectionAdopt,
  ConnectionCopy,
  ConnectionCreate,
  ConnectionDeletion,
  ConnectionList,
  ConnectionPatch,
  ConnectionSummary,
  ConnectionType,
  ConnectionTypeField,
  ConnectionTypeInstallResult,
  ConnectionTypeList,
  ConnectionTypePatch,
  ConnectionTypeWrite,
  ConnectionUse,
  ConnectionUseList,
  ConnectionValue,
  ConventionId,
  DeletionBreaks,
  Dependent,
  DependentKind,
  DependentList,
  DependentRef,
  DependentVia,
  ErrorDetail,
  FieldType,
  LastCheck,
  LastWrite,
  ManagedBy,
  Namespace,
  NamespaceList,
  ProtocolId,
  S3Settings,
  S3SettingsWrite,
  Servable,
  StoredConnectionValue,
} from './schema/openapi';
