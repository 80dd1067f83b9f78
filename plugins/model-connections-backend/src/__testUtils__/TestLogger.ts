import {
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';

/** A root logger that keeps every line with all its metadata, audit events included, so that a test can search them. */
export class TestLogger implements RootLoggerService {
  readonly lines: { level: string; message: string; meta: unknown }[] = [];

  readonly error = this.#log('error');
  readonly warn = this.#log('warn');
  readonly info = this.#log('info');
  readonly debug = this.#log('debug');

  child() {
    return this;
  }

  /** A service factory that puts this logger in. */
  factory() {
    return createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => this,
    });
  }

  /** All that was logged, as one text. */
  text(): string {
    return JSON.stringify(this.lines);
  }

  /** The audit events of an id, oldest first. */
  auditEvents(eventId: string): Record<string, any>[] {
    return this.lines
      .map(line => line.meta as Record<string, any> | undefined)
      .filter(
        (meta): meta is Record<string, any> =>
          meta?.isAuditEvent === true && meta.eventId === eventId,
      );
  }

  #log(level: string) {
    return (message: string, meta?: unknown) => {
      const plain =
        meta instanceof Error
          ? { ...meta, message: meta.message, stack: meta.stack }
          : meta;
      this.lines.push({ level, message: String(message), meta: plain });
    };
  }
}
