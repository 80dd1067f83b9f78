import {
  connectionOfService,
  InferenceService,
  modelOriginOf,
  ModelServiceRef,
  ModelServiceWrite,
  ProjectRef,
  readModelService,
} from '@mooring/backstage-plugin-model-connections-common';
import { InvalidInputError } from '../../errors/errors';
import { staleVersion } from '../connections/connectionChecks';
import { editVersionOf } from './editVersionOf';
import { InferenceServices } from './InferenceServices';
import { WriteOptions } from './ModelServingService';
import {
  ModelServicePlan,
  PlanContext,
  planModelService,
  PlanRequest,
} from './planModelService';
import { writeOf } from './writeOf';

/** Where the model of a service comes from. */
export type ModelOrigin = ReturnType<typeof modelOriginOf>;

/** A plan for a service that is there. */
export type ModelServiceChange = ModelServicePlan & {
  current: InferenceService;
};

/** Reads what is there and works out what to write. Writes nothing. */
export class ModelServicePlans {
  constructor(
    private readonly context: PlanContext & { services: InferenceServices },
  ) {}

  /** For a new service. Throws `InvalidInputError`. */
  async forNew(
    { cluster, namespace, service: write }: ServiceWriteRef,
    options: WriteOptions,
  ): Promise<ModelServicePlan> {
    const project = { cluster, namespace };
    return await planModelService(project, { write }, this.context, options);
  }

  /** For an edit. Throws `InvalidInputError`, and `ConflictingInputError` where the service is another by now. */
  async forEdit(
    ref: ModelServiceRef & ServiceWriteRef,
    options: WriteOptions,
  ): Promise<ModelServiceChange> {
    const { service: write } = ref;
    if (write.name !== ref.name) {
      throw new InvalidInputError('The name cannot be changed.', [
        { field: 'name', message: `Must be ${ref.name}.` },
      ]);
    }
    if (write.resourceVersion === undefined) {
      throw new InvalidInputError('The version that was read is missing.', [
        { field: 'resourceVersion', message: 'Is required.' },
      ]);
    }
    const current = await this.context.services.readToWrite(ref, options);
    if (editVersionOf(current) !== write.resourceVersion) {
      throw staleVersion(ref.name);
    }
    const formerConnection = await this.context.connections.ofService(
      ref,
      current,
      options,
    );
    const request = { write, current, formerConnection };
    return await this.#forChange(ref, request, options);
  }

  /**
   * To bind a service to the connection that its model comes from once more, with the path that it has, and to make new
   * pods; only to make new pods where the model comes from elsewhere.
   *
   * @param ref.connection - the connection that is applied, of which a service may have but a pull secret or a key: where its
   * model comes from another one, that is not applied with it
   * @param accept - looks at the service as it is now, and throws where it is to be left alone
   */
  async toApply(
    ref: AppliedServiceRef,
    options: WriteOptions,
    accept: (service: InferenceService, origin: ModelOrigin) => void,
  ): Promise<ModelServiceChange> {
    const { services, connections } = this.context;
    const current = await services.readToWrite(ref, options);
    const connection = await connections.ofService(ref, current, options);
    const origin = modelOriginOf(current, connection?.located);
    accept(current, origin);
    const { location, ...rest } = writeOf(
      readModelService(current, {
        cluster: ref.cluster,
        connection: connection?.known,
      }),
    );
    const applied = ref.connection ?? connectionOfService(current);
    const isBoundAgain =
      origin === 'connection' && applied === connectionOfService(current);
    const write = isBoundAgain ? { ...rest, location } : rest;
    const restartedAt = new Date().toISOString();
    return await this.#forChange(
      ref,
      { write, current, restartedAt, formerConnection: connection },
      options,
    );
  }

  async #forChange(
    { cluster, namespace }: ProjectRef,
    request: PlanRequest & { current: InferenceService },
    options: WriteOptions,
  ): Promise<ModelServiceChange> {
    const project = { cluster, namespace };
    const plan = await planModelService(
      project,
      request,
      this.context,
      options,
    );
    return { ...plan, current: request.current };
  }
}

/** A service, and the connection that is applied to it; without, the one that its model comes from. */
export type AppliedServiceRef = ModelServiceRef & { connection?: string };

type ServiceWriteRef = ProjectRef & { service: ModelServiceWrite };
