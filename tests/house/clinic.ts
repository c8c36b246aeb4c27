import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';

/** A clinic as somebody would start it from a terminal, and end it in every way. */
export class Clinic {
  output = '';
  private launcher: ChildProcess | undefined;

  constructor(
    readonly dataDir: string,
    readonly port: number,
    readonly command: 'demo' | 'start' = 'demo',
    readonly cwd = process.cwd(),
  ) {}

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }
  get pid() {
    return this.launcher?.pid ?? 0;
  }

  /** Resolves once it serves; rejects with what it printed when it ends instead. */
  async start(env: Record<string, string> = {}): Promise<void> {
    this.output = '';
    const { DATABASE_URL: _, ...own } = process.env;
    const launcher = spawn(process.execPath, [join(this.cwd, `bin/${this.command}.mjs`)], {
      cwd: this.cwd,
      env: {
        ...own,
        FORAMEN_DATA: this.dataDir,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        NODE_ENV: 'production',
        ...env,
      },
    });
    this.launcher = launcher;
    const isReady = new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.output += chunk.toString();
        if (this.output.includes('Stop it with ctrl-c')) resolve();
      };
      launcher.stdout?.on('data', hear);
      launcher.stderr?.on('data', hear);
      launcher.once('exit', (code) => reject(new Error(`it ended with ${code}:\n${this.output}`)));
    });
    await isReady;
  }

  /** SIGTERM, as an operating system stops a service. Resolves to the exit code. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const { launcher } = this;
    if (!launcher || launcher.exitCode !== null) return launcher?.exitCode ?? null;
    const code = new Promise<number | null>((resolve) => launcher.once('exit', resolve));
    launcher.kill(signal);
    return code;
  }

  /** kill -9 of the launcher, the desk and PostgreSQL, in one breath. */
  async killEverything(): Promise<void> {
    const { launcher } = this;
    const gone = new Promise((resolve) => launcher?.once('exit', resolve));
    for (const pid of [this.pid, ...childrenOf(this.pid), ...this.postmasters()]) kill(pid);
    await gone;
  }

  /** Every PostgreSQL server of this data directory: there must never be two. */
  postmasters(): number[] {
    const cluster = join(this.home, 'postgres');
    return processes()
      .filter(({ command }) => command.includes('postgres\0-D\0') && command.includes(cluster))
      .map(({ pid }) => pid);
  }

  get databaseUrl() {
    const port = readFileSync(join(this.home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
    const password = readFileSync(join(this.home, 'postgres.password'), 'utf8').trim();
    return `postgres://foramen:${password}@127.0.0.1:${port}/foramen`;
  }

  async sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  private get home() {
    const pointer = join(this.dataDir, 'postgres.at');
    return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(this.dataDir, 'db');
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return stat[0] === 'Z'
          ? []
          : [{ pid: Number(name), parent: Number(stat[1]), command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        return [];
      }
    });
}

function childrenOf(pid: number): number[] {
  const all = processes();
  const below = (parent: number): number[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one.pid, ...below(one.pid)]);
  return below(pid);
}
