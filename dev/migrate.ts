import { migrate, roleOf } from '@/db/migrate';
import { parseEnvironment } from '@/lib/platform/env';
import { runWithStack } from './use-stack';

/** `npm run db:migrate`: the configured database, or the local one. */
await runWithStack('production', async ({ environment, say }) => {
  const { DATABASE_URL, DATABASE_OWNER_URL = DATABASE_URL } = parseEnvironment(environment);
  await migrate(DATABASE_OWNER_URL, roleOf(DATABASE_URL));
  say('The schema is up to date.');
});
