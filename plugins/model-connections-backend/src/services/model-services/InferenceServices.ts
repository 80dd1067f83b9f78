import { isError, NotAllowedError } from '@backstage/errors';
import {
  InferenceService,
  managedBy,
  ModelServiceKind,
  ModelServiceRef,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import omit from 'lodash/omit';
import { ConflictingInputError, MissingApiError } from '../../errors/errors';
import { isConflict } from '../../errors/isConflict';
import { isMissing } from '../../errors/isMissing';
import { isUncertain } from '../../errors/isUncertain';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import {
  inferenceServicePath,
  inferenceServicesPath,
  llmInferenceServicePath,
} from '../../kubernetes/kubernetesPath';
import { staleVersion } from '../connections/connectionChecks';
import { ServiceOptions } from '../ServiceOptions';
import { editVersionOf } from './editVersionOf';
import { showsPatch } from './showsPatch';

type Fields = Record<string, unknown>;

/** KServe writes its status often while pods start. */
const MOST_ATTEMPTS = 5;

const isWrittenHere = ({ metadata }: InferenceService): boolean =>
  metadata.managedFields?.some(({ manager }) => manager === 'mooring') ?? false;

/** Reads and writes InferenceServices, and finds out what came of a write that was not answered. */
export class InferenceServices {
  /** Errors of writes of which nobody knows what came of them. */
  readonly #open = new WeakSet<object>();

  constructor(private readonly gateway: KubernetesGateway) {}

  /** One service, of either kind. Throws `NotFoundError`, or `MissingApiError` where there is no KServe. */
  async read(
    { cluster, namespace, name }: ModelServiceRef,
    options: ServiceOptions,
    kind: ModelServiceKind = 'InferenceService',
  ): Promise<InferenceService> {
    const path =
      kind === 'InferenceService'
        ? inferenceServicePath(namespace, name)
        : llmInferenceServicePath(namespace, name);
    const { body } = await this.gateway
      .request<InferenceService>(cluster, { path }, options)
      .catch(error => {
        throw withoutKServe(error, cluster);
      });
    return { ...body, kind };
  }

  /** As `read`, for one that is to be written. Throws `NotAllowedError` where something else manages it. */
  async readToWrite(
    ref: ModelServiceRef,
    options: ServiceOptions,
  ): Promise<InferenceService> {
    const service = await this.read(ref, options);
    const owner = managedBy(service.metadata);
    if (owner) {
      throw new NotAllowedError(
        `The model service "${ref.name}" is managed by the ${owner.kind} "${owner.name}", which would undo this. Change it there.`,
      );
    }
    return service;
  }

  /** Throws `ConflictingInputError` that marks the name where there is one. */
  async requireFree(ref: ModelServiceRef, options: ServiceOptions) {
    try {
      await this.read(ref, options);
    } catch (error) {
      if (isMissing(error) && !(error instanceof MissingApiError)) return;
      throw error;
    }
    throw nameTaken(ref);
  }

  /** Stores a new one. Throws `ConflictingInputError` that marks the name where it exists. */
  async create(
    ref: ProjectRef,
    service: InferenceService,
    options: ServiceOptions & { dryRun?: boolean },
  ): Promise<InferenceService> {
    const named = { ...ref, name: service.metadata.name };
    try {
      const { body } = await this.gateway.request<InferenceService>(
        ref.cluster,
        {
          method: 'POST',
          path: inferenceServicesPath(ref.namespace),
          query: {
            fieldManager: 'mooring',
            fieldValidation: 'Strict',
            dryRun: options.dryRun ? 'All' : undefined,
          },
          body: service,
        },
        options,
      );
      return body;
    } catch (error) {
      if (isConflict(error)) throw nameTaken(named);
      const { annotations = {} } = service.metadata;
      const written = {
        // KServe writes amounts in a form of its own.
        spec: omit(service.spec, 'predictor.model.resources'),
        metadata: { annotations },
      };
      return await this.#outcome(
        error,
        named,
        found => {
          // The name was free a moment ago: somebody else was faster.
          if (!isWrittenHere(found) || !showsPatch(found, written)) {
            throw nameTaken(named);
          }
          return true;
        },
        options,
      );
    }
  }

  /**
   * Changes one, for the version that was read; KServe's own writes of its status in between do not count. Throws
   * `ConflictingInputError` where it has changed since, and `NotFoundError` where it is gone.
   */
  async patch(
    ref: ModelServiceRef,
    current: InferenceService,
    patch: object,
    options: ServiceOptions & { dryRun?: boolean },
  ): Promise<InferenceService> {
    let { resourceVersion } = current.metadata;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#patch(ref, resourceVersion, patch, options);
      } catch (error) {
        if (!isConflict(error)) {
          return await this.#outcome(
            error,
            ref,
            found =>
              editVersionOf(found) !== editVersionOf(current) &&
              showsPatch(found, patch),
            options,
          );
        }
        const found = await this.read(ref, options);
        if (
          attempt === MOST_ATTEMPTS ||
          editVersionOf(found) !== editVersionOf(current)
        ) {
          throw staleVersion(ref.name);
        }
        ({ resourceVersion } = found.metadata);
      }
    }
  }

  async #patch(
    ref: ModelServiceRef,
    resourceVersion: string | undefined,
    patch: object,
    options: ServiceOptions & { dryRun?: boolean },
  ): Promise<InferenceService> {
    const { metadata, ...rest } = patch as Fields;
    const { body } = await this.gateway.request<InferenceService>(
      ref.cluster,
      {
        method: 'PATCH',
        path: inferenceServicePath(ref.namespace, ref.name),
        query: {
          fieldManager: 'mooring',
          dryRun: options.dryRun ? 'All' : undefined,
        },
        body: {
          ...rest,
          metadata: { ...(metadata as object | undefined), resourceVersion },
        },
      },
      options,
    );
    return { ...body, kind: 'InferenceService' };
  }

  /** Deletes the one that was read, and not one of that name that came after it. */
  async delete(
    ref: ModelServiceRef,
    uid: string | undefined,
    options: ServiceOptions,
  ): Promise<void> {
    try {
      await this.gateway.request(
        ref.cluster,
        {
          method: 'DELETE',
          path: inferenceServicePath(ref.namespace, ref.name),
          body: { preconditions: { uid } },
        },
        options,
      );
    } catch (error) {
      if (isMissing(error)) return;
      if (!isUncertain(error)) throw error;
      const found = await this.read(ref, options).catch(unread => {
        if (isMissing(unread)) return undefined;
        throw error;
      });
      const isGone =
        found?.metadata.uid !== uid ||
        found?.metadata.deletionTimestamp !== undefined;
      if (!isGone) throw error;
    }
  }

  /** Whether it is not known what came of the write that ended in this error. */
  isOpen(error: unknown): boolean {
    return this.#open.has(error as object);
  }

  /** What is there after a write that was not answered, if it is what was written; else throws the error of the write. */
  async #outcome(
    error: unknown,
    ref: ModelServiceRef,
    isWritten: (found: InferenceService) => boolean,
    options: ServiceOptions & { dryRun?: boolean },
  ): Promise<InferenceService> {
    if (!isUncertain(error) || options.dryRun) {
      throw withoutKServe(error, ref.cluster);
    }
    let found: InferenceService;
    try {
      found = await this.read(ref, options);
    } catch (unread) {
      if (!isMissing(unread) && isError(error)) {
        error.message += ` It is not known whether the model service "${ref.name}" was written; look at it again.`;
        this.#open.add(error);
      }
      throw error;
    }
    if (!isWritten(found)) throw error;
    return found;
  }
}

function nameTaken({ name, namespace }: ModelServiceRef) {
  return new ConflictingInputError(
    `There is a model service "${name}" in the project "${namespace}" already.`,
    [{ field: 'name', message: 'Is taken. Choose another resource name.' }],
  );
}

/** The error in words for people where it is that the cluster has no KServe. */
export function withoutKServe(error: unknown, cluster: string): unknown {
  return error instanceof MissingApiError
    ? new MissingApiError(
        `KServe is not installed in the cluster "${cluster}", so no model can be served there. Connections work without it.`,
      )
    : error;
}
