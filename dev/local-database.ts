import path from 'node:path';
import {
  provision,
  startPostgres,
  type DatabaseUrls,
  type Durability,
  type PostgresServer,
} from './postgres';
import { isAlive } from './process/inspect';
import type { Secrets } from './secrets';

export type LocalDatabaseOptions = {
  readonly stateDir: string;
  readonly secrets: Secrets;
  readonly port: number;
  readonly durability: Durability;
  readonly say: (line: string) => void;
};

export type LocalDatabase = DatabaseUrls & {
  readonly port: number;
  close(): Promise<void>;
  /** Ends it at once, without waiting; the next start recovers. */
  kill(): void;
};

const WATCH_INTERVAL_MS = 1_000;

/** PostgreSQL with Souk's roles and database. Should the server be killed it is started again, on the same port. */
export async function startLocalDatabase(options: LocalDatabaseOptions): Promise<LocalDatabase> {
  const { secrets } = options;
  const startOn = (port: number) =>
    startPostgres({
      folder: path.join(options.stateDir, 'postgres'),
      password: secrets.postgresPassword,
      port,
      durability: options.durability,
      say: options.say,
    });
  const server = await startOn(options.port);
  try {
    const urls = await provision(server, { owner: secrets.ownerPassword, app: secrets.appPassword });
    return { ...urls, port: server.port, ...keepAlive(server, () => startOn(server.port), options.say) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function keepAlive(
  first: PostgresServer,
  startAgain: () => Promise<PostgresServer>,
  say: (line: string) => void,
): Pick<LocalDatabase, 'close' | 'kill'> {
  let server = first;
  let restart: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (restart || isAlive(server.pid)) return;
    say(`The database server (process ${server.pid}) is gone; it is started again.`);
    restart = startAgain()
      .then((again) => void (server = again))
      .catch((error: Error) => say(error.message))
      .finally(() => (restart = null));
  }, WATCH_INTERVAL_MS);
  return {
    close: async () => {
      clearInterval(timer);
      await restart;
      await server.stop();
    },
    kill: () => server.kill(),
  };
}
