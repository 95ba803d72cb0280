import { parseArgs } from 'node:util';
import { connect } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { GRACE_SECONDS, proveMoney } from '@/lib/proof';
import { reportOf } from './report';

/**
 * `npm run verify:money`: proves that all money and stock add up, over the whole database and against the payment
 * provider, and exits with 1 when something is broken. `-- --offline` does not ask the provider; `-- --grace 0` allows
 * nothing to be on its way (seconds; ten minutes unless told).
 */
const { values } = parseArgs({
  options: {
    offline: { type: 'boolean', default: false },
    grace: { type: 'string', default: String(GRACE_SECONDS) },
  },
});
const graceSeconds = Number(values.grace);
if (!Number.isInteger(graceSeconds) || graceSeconds < 0) {
  console.error('--grace takes whole seconds.');
  process.exit(2);
}

const connection = connect(env().DATABASE_URL, { max: 2, applicationName: 'souk-verify' });
try {
  const findings = await proveMoney(connection.db, {
    now: new Date(),
    graceSeconds,
    offline: values.offline,
  });
  console.log(reportOf(findings));
  process.exitCode = findings.some(({ broken }) => broken > 0) ? 1 : 0;
} finally {
  await connection.close();
}
