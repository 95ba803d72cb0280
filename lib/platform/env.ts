import { z } from 'zod';

/**
 * The environment, parsed once. Nothing else reads `process.env` (a lint rule sees to it).
 *
 * Every integration is all-or-nothing: either each of its variables is set or none is, and a half-set one
 * stops the start with the names that are missing. `npm run dev` and `npm start` set everything that is
 * not configured to the local stack of `dev/`, so there is no `.env` file to write first.
 */
const text = z.string().trim().min(1);
const secret = z.string().min(16);
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const list = text.transform((value) => value.split(',').map((item) => item.trim()));

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** Where people reach the shop, without a trailing slash: links in mail, redirects, sitemaps. */
  APP_URL: z.url().transform((url) => url.replace(/\/$/, '')),
  /** Signs sessions and derives every other key of this installation. */
  AUTH_SECRET: secret,
  /** Who runs this market and answers for it: shown on the imprint. */
  OPERATOR_NAME: text.optional(),
  OPERATOR_ADDRESS: text.optional(),
  OPERATOR_EMAIL: z.email().optional(),
  /** Its VAT number with the country's prefix: stands on its commission invoices. */
  OPERATOR_VAT_ID: text.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** '1' on a local stack: demo logins and sandboxes may exist. Refused beside a real payment key. */
  SOUK_DEMO: flag.default(false),
  /** The folder that holds everything the local stack writes. */
  SOUK_STATE_DIR: text.default('.souk'),

  /** The app's role: owns no table. */
  DATABASE_URL: z.url(),
  /** The role that owns the tables; only migrations and seeds use it. */
  DATABASE_OWNER_URL: z.url().optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  DATABASE_REPLICA_URLS: list.optional(),

  /** How much disk the rendered pages of one web process may take. */
  PAGE_CACHE_MB: z.coerce.number().int().min(64).default(4096),

  UPSTASH_REDIS_REST_URL: z.url(),
  UPSTASH_REDIS_REST_TOKEN: text,

  STRIPE_SECRET_KEY: text,
  STRIPE_PUBLISHABLE_KEY: text,
  STRIPE_WEBHOOK_SECRET: text,
  /** Of the endpoint that tells of sellers' accounts and payouts: at Stripe it has a secret of its own. */
  STRIPE_CONNECT_WEBHOOK_SECRET: text.optional(),
  /** Set by the local stack to its own endpoint; unset with real keys. */
  STRIPE_API_URL: z.url().optional(),
  STRIPE_JS_URL: z.url().default('https://js.stripe.com/v3/'),

  SMTP_URL: z.url(),
  MAIL_FROM: text.default('Souk <hello@souk.example>'),

  /** Who tells where parcels are. Without it sellers say themselves when a parcel has arrived. */
  EASYPOST_API_KEY: text.optional(),
  EASYPOST_WEBHOOK_SECRET: secret.optional(),
  /** Set by the local stack to its own endpoint; unset with a real key. */
  EASYPOST_API_URL: z.url().default('https://api.easypost.com'),

  /** Where media files live: a folder, or a bucket when the S3 group is set. */
  STORAGE_DIR: text.optional(),
  /** Where uploaded originals and documents live, which are served to nobody: a folder, or a bucket of its own. */
  PRIVATE_STORAGE_DIR: text.optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: text.optional(),
  /** Closed to the public; its CORS rule lets this shop's origin PUT. */
  S3_PRIVATE_BUCKET: text.optional(),
  S3_REGION: text.optional(),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  /** Origin that serves media in public, when it is not the app itself. */
  MEDIA_URL: z.url().optional(),

  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  /** Another OpenID issuer with Google's claims; tests use it. */
  GOOGLE_ISSUER: z.url().optional(),
});

/** Variables that only make sense together. */
const GROUPS: readonly (readonly (keyof Environment)[])[] = [
  ['OPERATOR_NAME', 'OPERATOR_ADDRESS', 'OPERATOR_EMAIL'],
  ['S3_ENDPOINT', 'S3_BUCKET', 'S3_PRIVATE_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['EASYPOST_API_KEY', 'EASYPOST_WEBHOOK_SECRET'],
];

export type Environment = z.infer<typeof schema>;

export const environmentSchema = schema;

export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Parses and cross-checks; throws `EnvironmentError` with one line per problem and no values. */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new EnvironmentError(`The environment is not complete:\n${lines.join('\n')}`);
  }
  const problems = [...halfSetGroups(parsed.data), ...unsafeCombinations(parsed.data)];
  if (problems.length > 0) {
    throw new EnvironmentError(
      `The environment contradicts itself:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return parsed.data;
}

function halfSetGroups(environment: Environment): string[] {
  return GROUPS.flatMap((group) => {
    const missing = group.filter((name) => environment[name] === undefined);
    return missing.length === 0 || missing.length === group.length
      ? []
      : [`${missing.join(', ')} must be set too (${group.join(', ')} belong together)`];
  });
}

function unsafeCombinations(environment: Environment): string[] {
  const problems: string[] = [];
  const realStripe = /^(sk|rk)_(live|test)_/.test(environment.STRIPE_SECRET_KEY);
  if (environment.SOUK_DEMO && realStripe && !environment.STRIPE_API_URL) {
    problems.push('SOUK_DEMO=1 (demo data, demo logins, sandboxes) cannot run beside a real Stripe key');
  }
  if (environment.STRIPE_API_URL && !environment.SOUK_DEMO) {
    problems.push('STRIPE_API_URL points payments at a sandbox, which needs SOUK_DEMO=1');
  }
  return problems;
}

const holder = globalThis as typeof globalThis & { soukEnvironment?: Environment };

/** The parsed environment of this process. */
export function env(): Environment {
  holder.soukEnvironment ??= parseEnvironment(process.env);
  return holder.soukEnvironment;
}
