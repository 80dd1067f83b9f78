import {
  ModelService,
  ModelServiceDryRun,
  ModelServiceKind,
  ModelServiceList,
  ModelServicePreview,
  ModelServiceRef,
  ModelServiceWrite,
  ProjectRef,
  ServingChoiceList,
} from '@mooring/backstage-plugin-model-connections-common';
import { ServiceOptions } from '../ServiceOptions';

/** On whose behalf something is written. */
export interface WriteOptions extends ServiceOptions {
  /**
   * Asked, before anything is written, about each Secret whose values a change would newly bring to pods. Throws
   * `NotAllowedError` where it is a connection that the person may not use.
   */
  requireUse: (secret: string) => Promise<void>;
}

/**
 * Model services: InferenceServices of KServe, and as far as they are alike LLMInferenceServices, which can only be read.
 * Every method throws `MissingApiError` where the cluster has no KServe. Every write throws `NotAllowedError` for a service
 * that something else manages, `ConflictingInputError` for a name that exists or a version that is old, `InvalidInputError`
 * with the fields that are wrong, and `UnprocessableEntityError` with the cluster's own refusal. What a failed write leaves
 * behind is what was there before; where that cannot be had, the error says what is left and what mends it.
 *
 * @typeParam Write - what a write needs to know: whom to ask about Secrets, unless the service asks by itself
 */
export interface ModelServingService<
  Write extends ServiceOptions = WriteOptions,
> {
  /** A page of services; the namespace `-` stands for all. `basic` is one list without drift. */
  list(
    ref: ProjectRef & { limit?: number; pageToken?: string; view?: 'basic' },
    options: ServiceOptions,
  ): Promise<ModelServiceList>;

  /** One service, with its progress. Throws `NotFoundError`. */
  get(
    ref: ModelServiceRef & { kind?: ModelServiceKind },
    options: ServiceOptions,
  ): Promise<ModelService>;

  /** The service as YAML. Throws `NotFoundError`. */
  manifest(
    ref: ModelServiceRef & { kind?: ModelServiceKind },
    options: ServiceOptions,
  ): Promise<string>;

  /** The objects of a service as YAML, not validated by the cluster. */
  preview(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: Write,
  ): Promise<ModelServicePreview>;

  /** Deploys a model. */
  create(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: Write,
  ): Promise<ModelService>;

  /** What `create` would make, validated by the cluster. */
  tryCreate(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: Write,
  ): Promise<ModelServiceDryRun>;

  /** Changes a service, in one patch. Throws `NotFoundError`. */
  replace(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options: Write,
  ): Promise<ModelService>;

  /** What `replace` would change, validated by the cluster. */
  tryReplace(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options: Write,
  ): Promise<ModelServiceDryRun>;

  /** Binds a service to its connection once more, keeps the path, and restarts it, in one patch. Throws `NotFoundError`. */
  apply(ref: ModelServiceRef, options: Write): Promise<ModelService>;

  /** What `apply` would change, validated by the cluster. */
  tryApply(ref: ModelServiceRef, options: Write): Promise<ModelServiceDryRun>;

  /** Makes new pods. Throws `NotFoundError`. */
  restart(ref: ModelServiceRef, options: ServiceOptions): Promise<ModelService>;

  /** Takes the pods away. Throws `NotFoundError`. */
  stop(ref: ModelServiceRef, options: ServiceOptions): Promise<ModelService>;

  /** Starts a service that was stopped. Throws `NotFoundError`. */
  start(ref: ModelServiceRef, options: ServiceOptions): Promise<ModelService>;

  /** Deletes a service with what was made for it. Throws `NotFoundError`. */
  delete(ref: ModelServiceRef, options: ServiceOptions): Promise<void>;

  /** The runtimes that a service of the project can be deployed with. */
  runtimes(
    ref: ProjectRef,
    options: ServiceOptions,
  ): Promise<ServingChoiceList>;

  /** The volume claims of a project. */
  volumeClaims(
    ref: ProjectRef,
    options: ServiceOptions,
  ): Promise<ServingChoiceList>;

  /** The ServiceAccounts of a project that people made. */
  serviceAccounts(
    ref: ProjectRef,
    options: ServiceOptions,
  ): Promise<ServingChoiceList>;
}
