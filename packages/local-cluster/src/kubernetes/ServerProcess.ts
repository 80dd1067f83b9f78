import { ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { resolve as resolvePath } from 'node:path';
import { waitUntil } from '../client/waitUntil';

const startDeadlineMs = 60_000;
const shownLogLines = 15;

/** How to run one server. */
export interface ServerProcessOptions {
  /** For messages and the name of the log. */
  name: string;
  command: string;
  args: string[];
  /** Further environment variables. */
  env?: Record<string, string>;
  /** Where the log goes. */
  logFile: string;
  /** Removed after the stop, even if we are gone by then. */
  removeDirectory?: string;
}

/**
 * A server that is stopped with us, whatever happens to us: see
 * superviseProcess.mjs.
 */
export class ServerProcess {
  private constructor(
    private readonly options: ServerProcessOptions,
    private readonly supervisor: ChildProcess,
    private readonly ended: Promise<void>,
  ) {}

  static async start(options: ServerProcessOptions): Promise<ServerProcess> {
    const log = await open(options.logFile, 'w');
    try {
      const supervisor = spawn(
        process.execPath,
        [
          // This package is never built: its files stay where they are.
          // eslint-disable-next-line no-restricted-syntax
          resolvePath(__dirname, 'superviseProcess.mjs'),
          options.removeDirectory ?? '-',
          options.command,
          ...options.args,
        ],
        {
          stdio: ['pipe', log.fd, log.fd],
          // Options for us, such as a loader or a debugger's port, are not
          // meant for the supervisor.
          env: { ...process.env, ...options.env, NODE_OPTIONS: '' },
        },
      );
      const ended = new Promise<void>(resolve => {
        supervisor.on('exit', () => resolve());
        supervisor.on('error', () => resolve());
      });
      supervisor.stdin?.on('error', () => {});
      return new ServerProcess(options, supervisor, ended);
    } finally {
      await log.close();
    }
  }

  /**
   * @param probe - says whether the server can be used; may throw while not
   * @throws Error that names the server and has the end of its log, when the
   *   server ends or is not ready within 60 seconds
   */
  async waitUntilReady(probe: () => Promise<boolean>): Promise<void> {
    const { name } = this.options;
    try {
      await waitUntil(
        `${name} is ready`,
        async () => {
          if (this.supervisor.exitCode !== null) {
            throw new Error(`${name} ended early`);
          }
          return probe().catch(() => false);
        },
        startDeadlineMs,
      );
    } catch (error) {
      throw new Error(
        `${(error as Error).message}; its last words:\n${await this.logEnd()}`,
      );
    }
  }

  /** Asks the server to end, and insists after five seconds. */
  async stop(): Promise<void> {
    this.supervisor.stdin?.destroy();
    await this.ended;
  }

  private async logEnd(): Promise<string> {
    const log = await readFile(this.options.logFile, 'utf8');
    return log.trimEnd().split('\n').slice(-shownLogLines).join('\n');
  }
}
