import { parseArgs } from 'node:util';
import { STRIPE_WEBHOOK_EVENTS } from '@/lib/payments/webhook-events';
import { startStripeSandbox } from './main';

/**
 * `tsx dev/stripe/cli.ts --port 8085 --state .souk/stripe`, with the keys and the webhook's address in the
 * environment, as the app has them. Ends on Ctrl-C.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8085' },
    state: { type: 'string', default: '.souk/stripe' },
    'webhook-url': { type: 'string', default: 'http://localhost:3000/api/webhooks/stripe' },
  },
});

const sandbox = await startStripeSandbox({
  port: Number(values.port),
  stateDir: values.state,
  webhookUrl: values['webhook-url'],
  webhookSecret: process.env.STRIPE_WEBHOOK_SECRET ?? 'whsec_souk_sandbox_secret',
  webhookEvents: STRIPE_WEBHOOK_EVENTS,
  secretKey: process.env.STRIPE_SECRET_KEY ?? 'sk_test_souk_sandbox',
  publishableKey: process.env.STRIPE_PUBLISHABLE_KEY ?? 'pk_test_souk_sandbox',
});
console.log(`Stripe sandbox: ${sandbox.url}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
