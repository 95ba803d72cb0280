import { spawn } from 'node:child_process';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inspectProcess, isAlive, waitForExit } from '../process/inspect';
import { findBinaries, type Binaries } from './binaries';
import { prepareDataFolder } from './data-folder';
import { PostgresError } from './errors';
import { findLodging, prepareLodging, spawnIdentity, type Lodging } from './lodging';
import { renderSettings, type Durability } from './settings';

export type PostgresOptions = {
  /** Holds everything of this server; made when missing. */
  readonly folder: string;
  /** Of the superuser `postgres`; fixed when the data folder is made. */
  readonly password: string;
  /** The first port to try on 127.0.0.1; a taken one moves to the next. */
  readonly port?: number;
  readonly durability?: Durability;
  /** Told what a person should know: something was repaired, a port moved. */
  readonly say?: (line: string) => void;
};

export type PostgresServer = {
  /** Of the postmaster, which every other server process is a child of. */
  readonly pid: number;
  readonly port: number;
  readonly logFile: string;
  /** The data folder was made by this start. */
  readonly isNew: boolean;
  /** For tools and tests; the product never connects as the superuser. */
  readonly superuserUrl: string;
  /** Ends sessions and writes everything down; resolves when the server is gone. */
  stop(): Promise<void>;
  /** Ends it at once, without waiting; the next start recovers what was committed. */
  kill(): void;
};

type Cluster = {
  readonly lodging: Lodging;
  readonly binaries: Binaries;
  readonly dataFolder: string;
  readonly logFile: string;
};

const FIRST_PORT = 5544;
const PORTS_TO_TRY = 40;
const START_TIMEOUT_SECONDS = 60;

/**
 * Starts PostgreSQL and resolves when it accepts connections, after recovery if it was killed. A server that
 * a killed parent left running on the folder is stopped first. Throws `PostgresError`.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const say = options.say ?? (() => {});
  const durability = options.durability ?? 'durable';
  const lodging = await prepareLodging(options.folder);
  const binaries = await findBinaries(lodging);
  const { password } = options;
  const { folder, isNew } = await prepareDataFolder({ lodging, binaries, password, durability, say });
  const cluster = { lodging, binaries, dataFolder: folder, logFile: path.join(lodging.home, 'server.log') };
  await clearLeftOver(cluster, say);
  const port = await startOnFreePort(cluster, options.port ?? FIRST_PORT, durability, say);
  const pid = await findPostmaster(folder);
  if (!pid)
    throw new PostgresError(`The database server ended as soon as it had started. See ${cluster.logFile}.`);
  return {
    pid,
    port,
    isNew,
    logFile: cluster.logFile,
    superuserUrl: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    stop: () => stopServer(cluster),
    kill: () => killServer(pid),
  };
}

/** Stops the server that runs on the folder, if any, and says where its files are. */
export async function stopPostgresIn(folder: string): Promise<{ home: string }> {
  const lodging = findLodging(folder);
  const dataFolder = path.join(lodging.home, 'data');
  if (await findPostmaster(dataFolder)) {
    const binaries = await findBinaries(lodging);
    await stopServer({ lodging, binaries, dataFolder, logFile: path.join(lodging.home, 'server.log') });
  }
  return { home: lodging.home };
}

/** What `kill -9` of the server does: it ends in the middle of whatever it was doing. False when none runs. */
export async function crashPostgresIn(folder: string): Promise<boolean> {
  const pid = await findPostmaster(path.join(findLodging(folder).home, 'data'));
  return pid !== null && process.kill(pid, 'SIGKILL');
}

/** The process that `postmaster.pid` names, when it is alive and really PostgreSQL. */
async function findPostmaster(dataFolder: string): Promise<number | null> {
  const file = await readFile(path.join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(file, 10);
  if (!(pid > 0)) return null;
  const facts = await inspectProcess(pid);
  return facts && /postgres/i.test(facts.command) ? pid : null;
}

async function clearLeftOver(cluster: Cluster, say: (line: string) => void): Promise<void> {
  const pid = await findPostmaster(cluster.dataFolder);
  if (pid) {
    await stopServer(cluster);
    say(`A database server left running by an earlier start (process ${pid}) was stopped.`);
  }
  // PostgreSQL clears a stale file by itself, unless another program has got the process id since.
  await rm(path.join(cluster.dataFolder, 'postmaster.pid'), { force: true });
}

async function startOnFreePort(
  cluster: Cluster,
  firstPort: number,
  durability: Durability,
  say: (line: string) => void,
): Promise<number> {
  for (let port = firstPort; port < firstPort + PORTS_TO_TRY; port++) {
    if (await startOn(cluster, port, durability)) {
      if (port !== firstPort) say(`Port ${firstPort} is taken; the database listens on ${port}.`);
      return port;
    }
  }
  throw new PostgresError(
    `No free port between ${firstPort} and ${firstPort + PORTS_TO_TRY - 1} for the database.`,
  );
}

/** False when the port is taken; throws on every other failure. */
async function startOn(cluster: Cluster, port: number, durability: Durability): Promise<boolean> {
  await writeSettings(cluster, port, durability);
  const deadline = Date.now() + START_TIMEOUT_SECONDS * 1000;
  for (;;) {
    const previous = cluster.logFile.replace(/\.log$/, '.previous.log');
    await rename(cluster.logFile, previous).catch(() => {});
    const code = await pgCtl(cluster, ['start', '--log', cluster.logFile]);
    if (code === 0) return true;
    const log = await readFile(cluster.logFile, 'utf8').catch(() => '');
    if (/could not (bind|create any TCP)/.test(log)) return false;
    // The children of a killed server take a moment to notice and to let go of its memory.
    const parting = /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(log);
    if (!parting || Date.now() > deadline) {
      throw new PostgresError(
        `The database did not start. Its log, ${cluster.logFile}, ends with:\n${tail(log)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function writeSettings(
  { lodging, dataFolder }: Cluster,
  port: number,
  durability: Durability,
): Promise<void> {
  const file = path.join(dataFolder, 'postgresql.conf');
  await writeFile(file, renderSettings(port, durability));
  if (lodging.user) await chown(file, lodging.user.uid, lodging.user.gid);
}

async function stopServer(cluster: Cluster): Promise<void> {
  const pid = await findPostmaster(cluster.dataFolder);
  if (!pid) return;
  await pgCtl(cluster, ['stop', '--mode', 'fast', '--timeout', '10']);
  if (!isAlive(pid)) return;
  await pgCtl(cluster, ['stop', '--mode', 'immediate', '--timeout', '10']);
  if (!(await waitForExit(pid, 1000)))
    throw new PostgresError(`The database server (process ${pid}) does not stop.`);
}

/** SIGQUIT is PostgreSQL's immediate shutdown; Windows knows only one way to end a process. */
function killServer(pid: number): void {
  try {
    process.kill(pid, process.platform === 'win32' ? 'SIGKILL' : 'SIGQUIT');
  } catch {
    // It is gone already.
  }
}

/**
 * pg_ctl drops the administrator's rights on Windows and takes the server out of our terminal's process
 * group, so that Ctrl-C reaches it only through us. No pipes: the server would hold them open.
 */
async function pgCtl(cluster: Cluster, [command, ...args]: string[]): Promise<number | null> {
  const base = ['--pgdata', cluster.dataFolder, '--wait', '--silent'];
  const timeout = command === 'start' ? ['--timeout', String(START_TIMEOUT_SECONDS)] : [];
  const child = spawn(cluster.binaries.pgCtl, [command!, ...base, ...timeout, ...args], {
    cwd: cluster.lodging.home,
    stdio: 'ignore',
    windowsHide: true,
    ...spawnIdentity(cluster.lodging.user),
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

function tail(log: string): string {
  return log.trimEnd().split('\n').slice(-12).join('\n');
}
