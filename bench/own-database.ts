import { rm } from 'node:fs/promises';
import { migrate } from '@/db/migrate';
import { APP_ROLE, provision, startPostgres, stopPostgresIn } from '@/dev/postgres';
import { connect, type Database } from '@/lib/platform/database';

const FOLDER = '.souk/bench/functions';
const FIRST_PORT = 5990;
/** Guards nothing of value: the server listens on this machine only, for as long as it is measured. */
const PASSWORD = 'souk-bench';

export type OwnDatabase = {
  /** As the app connects. */
  readonly db: Database;
  readonly ownerDb: Database;
  /** The app's address, for what is measured without our code. */
  readonly url: string;
};

/** A new, empty, durable database, for figures of single functions; it is gone afterwards. */
export async function withOwnDatabase<Value>(
  clients: number,
  measure: (database: OwnDatabase) => Promise<Value>,
): Promise<Value> {
  await rm(FOLDER, { recursive: true, force: true });
  const server = await startPostgres({
    folder: FOLDER,
    password: PASSWORD,
    port: FIRST_PORT,
    durability: 'durable',
  });
  const { ownerUrl, appUrl } = await provision(server, { owner: PASSWORD, app: PASSWORD });
  await migrate(ownerUrl, APP_ROLE);
  const app = connect(appUrl, { max: clients, applicationName: 'souk-bench', plans: 'kept' });
  const owner = connect(ownerUrl, { max: 2, applicationName: 'souk-bench-owner' });
  try {
    return await measure({ db: app.db, ownerDb: owner.db, url: appUrl });
  } finally {
    await Promise.all([app.close(), owner.close()]);
    await stopPostgresIn(FOLDER);
    await rm(FOLDER, { recursive: true, force: true });
  }
}
