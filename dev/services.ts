import path from 'node:path';
import { STRIPE_WEBHOOK_EVENTS } from '@/lib/payments/webhook-events';
import { startCarrierSandbox } from './carrier/main';
import { ConfigurationError, type Part, type Plan, type Settings } from './configuration';
import { startLocalDatabase } from './local-database';
import { startMailSandbox } from './mail/main';
import type { Durability } from './postgres';
import { startRedisEndpoint } from './redis/main';
import type { Secrets } from './secrets';
import { startStripeSandbox } from './stripe/main';

export type Ports = {
  readonly web: number;
  readonly database: number;
  readonly cache: number;
  readonly payments: number;
  readonly carriers: number;
  readonly smtp: number;
  readonly mail: number;
};

export type ServiceContext = {
  readonly settings: Settings;
  readonly stateDir: string;
  readonly secrets: Secrets;
  readonly appUrl: string;
  readonly ports: Ports;
  readonly durability: Durability;
  readonly say: (line: string) => void;
};

/** A line of the table a person sees: what it is and where. */
export type ServiceLine = { readonly name: string; readonly where: string };

export type RunningService = {
  /** What the app's processes must know to use it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly line: ServiceLine;
  readonly close: () => Promise<void>;
  /** Ends at once what does not end with this process; does not wait. */
  readonly kill?: () => void;
};

type Start = (context: ServiceContext) => Promise<RunningService>;

/** Where the app would find a configured part; a part that is not configured has a local stand-in. */
const LOCAL: readonly (readonly [Part, Start])[] = [
  ['database', startDatabase],
  ['cache', startCache],
  ['payments', startPayments],
  ['carriers', startCarriers],
  ['mail', startMail],
];

/** Starts what the plan leaves to this machine, in the order in which it must be stopped last to first. */
export async function startServices(
  plan: Plan,
  context: ServiceContext,
  onStarted: (service: RunningService) => void,
) {
  for (const [part, start] of LOCAL) {
    if (plan.configured[part] || (part === 'carriers' && !plan.demo)) continue;
    onStarted(await start(context));
  }
}

async function startDatabase({
  stateDir,
  secrets,
  ports,
  durability,
  say,
}: ServiceContext): Promise<RunningService> {
  const database = await startLocalDatabase({ stateDir, secrets, port: ports.database, durability, say });
  return {
    environment: { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl },
    line: { name: 'PostgreSQL', where: `127.0.0.1:${database.port}` },
    close: () => database.close(),
    kill: () => database.kill(),
  };
}

async function startCache({ secrets, ports, say }: ServiceContext): Promise<RunningService> {
  const cache = await startRedisEndpoint({ token: secrets.redisToken, port: ports.cache });
  sayWhenMoved(say, 'The cache', ports.cache, cache.port);
  return {
    environment: { UPSTASH_REDIS_REST_URL: cache.url, UPSTASH_REDIS_REST_TOKEN: secrets.redisToken },
    line: { name: 'Cache (Redis REST)', where: cache.url },
    close: () => cache.close(),
  };
}

async function startPayments({
  stateDir,
  secrets,
  appUrl,
  ports,
  say,
}: ServiceContext): Promise<RunningService> {
  const { stripeSecretKey, stripePublishableKey, stripeWebhookSecret } = secrets;
  const sandbox = await startStripeSandbox({
    port: ports.payments,
    stateDir: path.join(stateDir, 'stripe'),
    webhookUrl: `${appUrl}/api/webhooks/stripe`,
    webhookSecret: stripeWebhookSecret,
    webhookEvents: STRIPE_WEBHOOK_EVENTS,
    secretKey: stripeSecretKey,
    publishableKey: stripePublishableKey,
    warn: (line) => say(`payments: ${line}`),
  });
  sayWhenMoved(say, 'The payment sandbox', ports.payments, Number(new URL(sandbox.url).port));
  return {
    environment: {
      STRIPE_SECRET_KEY: stripeSecretKey,
      STRIPE_PUBLISHABLE_KEY: stripePublishableKey,
      STRIPE_WEBHOOK_SECRET: stripeWebhookSecret,
      STRIPE_API_URL: sandbox.url,
      STRIPE_JS_URL: `${sandbox.url}/v3/`,
    },
    line: { name: 'Payments (sandbox)', where: sandbox.url },
    close: () => sandbox.close(),
  };
}

/** How long a sandbox parcel stays where it is, unless CARRIER_STEP_SECONDS says otherwise. */
const CARRIER_STEP_SECONDS = 60;

async function startCarriers({
  settings,
  stateDir,
  secrets,
  appUrl,
  ports,
  say,
}: ServiceContext): Promise<RunningService> {
  const { carrierApiKey, carrierWebhookSecret } = secrets;
  const stepSeconds = Number(settings.CARRIER_STEP_SECONDS ?? CARRIER_STEP_SECONDS);
  if (!(stepSeconds > 0)) throw new ConfigurationError('CARRIER_STEP_SECONDS must be a number above 0.');
  const sandbox = await startCarrierSandbox({
    port: ports.carriers,
    folder: path.join(stateDir, 'carrier'),
    apiKey: carrierApiKey,
    webhookUrl: `${appUrl}/api/webhooks/carrier`,
    webhookSecret: carrierWebhookSecret,
    stepSeconds,
    warn: (line) => say(`parcels: ${line}`),
  });
  sayWhenMoved(say, 'The carrier sandbox', ports.carriers, sandbox.port);
  return {
    environment: {
      EASYPOST_API_KEY: carrierApiKey,
      EASYPOST_WEBHOOK_SECRET: carrierWebhookSecret,
      EASYPOST_API_URL: sandbox.url,
    },
    line: { name: 'Parcels (sandbox)', where: sandbox.url },
    close: () => sandbox.close(),
  };
}

async function startMail({ stateDir, ports, say }: ServiceContext): Promise<RunningService> {
  const folder = path.join(stateDir, 'mail');
  const mail = await startMailSandbox({ folder, smtpPort: ports.smtp, webPort: ports.mail });
  sayWhenMoved(say, 'The mail server', ports.smtp, mail.smtpPort);
  sayWhenMoved(say, 'The mail page', ports.mail, mail.webPort);
  return {
    environment: { SMTP_URL: mail.smtpUrl },
    line: { name: 'Mail that was sent', where: mail.url },
    close: () => mail.close(),
  };
}

function sayWhenMoved(say: (line: string) => void, what: string, wanted: number, got: number): void {
  if (got !== wanted) say(`Port ${wanted} is taken; ${what.toLowerCase()} listens on ${got}.`);
}
