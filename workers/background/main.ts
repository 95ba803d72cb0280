import { connect } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { schedules, works } from './registry';
import { startWorker } from './worker';

/** The worker process. SIGTERM and SIGINT let begun work finish. */
const CONCURRENCY = 16;

const connection = connect(env().DATABASE_URL, {
  max: CONCURRENCY,
  applicationName: 'souk-worker',
  plans: 'kept',
});
const worker = startWorker(connection.db, works, schedules, { concurrency: CONCURRENCY });
log.info({ handlers: works.length, schedules: schedules.length }, 'worker started');

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await worker.stop();
    await connection.close();
    log.info('worker stopped');
    process.exit(0);
  });
}
