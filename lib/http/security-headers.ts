import { createHash } from 'node:crypto';
import type { Environment } from '@/lib/platform/env';
import type { StripeBrowserSources } from '@/lib/platform/stripe-browser';
// Not by its alias: next.config.ts reads this file, and the compiler of that file knows none.
import { STRICT_ADDRESSES } from '../kernel/strict-sections';

/**
 * What browsers are told to refuse, on every answer of the shop. `next.config.ts` sends all of it but the strict
 * policy, which has a nonce of its own for every document and is sent by `proxy.ts`.
 * docs/decisions has what each policy protects from, and what it does not.
 */
export type BrowserTrust = {
  /** The shop is reached by https, and by nothing else. */
  readonly secure: boolean;
  /** `next dev` evaluates code and talks to the page over a socket. */
  readonly development: boolean;
  /** Where pictures and films come from besides the shop itself. */
  readonly media: readonly string[];
  /** Where people's files go, when not to the shop itself. */
  readonly uploads: readonly string[];
  readonly stripe: Pick<StripeBrowserSources, 'script' | 'frame' | 'connect' | 'form'>;
  /** Where a sign-in form may lead. */
  readonly signIn: readonly string[];
};

const GOOGLE = 'https://accounts.google.com';

export function browserTrust(environment: Environment, stripe: BrowserTrust['stripe']): BrowserTrust {
  const { APP_URL, NODE_ENV, MEDIA_URL, S3_ENDPOINT, GOOGLE_CLIENT_ID, GOOGLE_ISSUER } = environment;
  return {
    secure: APP_URL.startsWith('https:'),
    development: NODE_ENV === 'development',
    media: MEDIA_URL ? [new URL(MEDIA_URL).origin] : [],
    uploads: S3_ENDPOINT ? [new URL(S3_ENDPOINT).origin] : [],
    stripe,
    signIn: GOOGLE_CLIENT_ID ? [new URL(GOOGLE_ISSUER ?? GOOGLE).origin] : [],
  };
}

type Directives = Readonly<Record<string, readonly string[]>>;

const NOTHING = ["'none'"];
const SELF = "'self'";

/** What no page of ours needs, with what every page needs. */
function pageDirectives({ media, secure, development }: BrowserTrust): Directives {
  return {
    'default-src': NOTHING,
    // Attributes (`style=`) cannot carry a nonce, and React writes them for widths and colours.
    'style-src': [SELF, "'unsafe-inline'"],
    'img-src': [SELF, 'data:', 'blob:', ...media],
    // Blobs are films a seller has just chosen, before they are sent.
    'media-src': [SELF, 'blob:', ...media],
    'font-src': [SELF],
    'connect-src': [SELF, ...media, ...(development ? ['ws:'] : [])],
    'manifest-src': [SELF],
    'worker-src': [SELF],
    'frame-src': NOTHING,
    'object-src': NOTHING,
    'base-uri': NOTHING,
    'form-action': [SELF],
    'frame-ancestors': NOTHING,
    ...(secure && { 'upgrade-insecure-requests': [] }),
  };
}

/**
 * The policy of documents that are made once and kept for everybody. Next writes their data as inline scripts, which
 * can neither carry a nonce (it would be everybody's) nor be hashed in a header that is the same for all pages: so
 * inline scripts run, while scripts, frames, forms and requests of other origins do not.
 */
export function publicPolicy(trust: BrowserTrust): string {
  return policy({
    ...pageDirectives(trust),
    'script-src': [SELF, "'unsafe-inline'", ...evaluation(trust)],
  });
}

/**
 * The policy of documents in which money or credentials are entered: no script runs but those that carry this
 * document's nonce, those listed in `inlineScripts` word for word, and what they load.
 */
export function strictPolicy(
  trust: BrowserTrust,
  { nonce, inlineScripts }: { readonly nonce: string; readonly inlineScripts: readonly string[] },
): string {
  const { stripe, signIn, uploads } = trust;
  const page = pageDirectives(trust);
  return policy({
    ...page,
    'script-src': [
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...inlineScripts.map(hashOf),
      // For browsers older than 'strict-dynamic', which the others let go before.
      SELF,
      ...stripe.script,
      ...evaluation(trust),
    ],
    'connect-src': [...(page['connect-src'] ?? []), ...uploads, ...stripe.connect],
    'frame-src': stripe.frame,
    'form-action': [SELF, ...signIn, ...stripe.form],
  });
}

/** Answers that are read by programs: opened as a page, they may do nothing at all. */
const API_POLICY = policy({ 'default-src': NOTHING, 'frame-ancestors': NOTHING });

/** Addresses that say for themselves what they may do: the strict documents, and media, whose route does. */
const OTHER_POLICY = `(?:api|media)/|${STRICT_ADDRESSES}$`;

export type HeaderRule = {
  readonly source: string;
  readonly headers: { readonly key: string; readonly value: string }[];
};

/** The rules for `headers()` of next.config.ts. Every address is under exactly one content security policy. */
export function securityHeaderRules(trust: BrowserTrust): HeaderRule[] {
  return [
    rule('/:path*', everyAnswer(trust)),
    // A barcode is read at the seller's desk, whose document may have begun at any other strict address, and at the bench.
    rule(`/(${STRICT_ADDRESSES}|(?:[a-z]{2}/)?pack)`, {
      'Permissions-Policy': permissions(trust, ['camera']),
    }),
    rule(`/((?!${OTHER_POLICY}).*)`, { 'Content-Security-Policy': publicPolicy(trust) }),
    rule('/api/:path*', { 'Content-Security-Policy': API_POLICY }),
  ];
}

function everyAnswer(trust: BrowserTrust): Readonly<Record<string, string>> {
  return {
    'X-Content-Type-Options': 'nosniff',
    // For browsers that do not know frame-ancestors.
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': permissions(trust, []),
    // Windows that a bank or a wallet opens may talk back; whoever opens us may not look in.
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    ...(trust.secure && { 'Strict-Transport-Security': `max-age=${TWO_YEARS_SECONDS}` }),
  };
}

function permissions({ stripe }: BrowserTrust, own: readonly string[]): string {
  const wallets = ['self', ...stripe.frame.map((origin) => `"${origin}"`)].join(' ');
  const features = POWERFUL_FEATURES.map((name) => `${name}=(${own.includes(name) ? 'self' : ''})`);
  return [...features, `payment=(${wallets})`].join(', ');
}

/** The operator's other subdomains may not speak https yet: they are not included. */
const TWO_YEARS_SECONDS = 63_072_000;

/** Denied where nothing of ours asks for them, so that nothing that got in may. */
const POWERFUL_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'serial',
  'usb',
] as const;

function evaluation({ development }: BrowserTrust): string[] {
  return development ? ["'unsafe-eval'"] : [];
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

function policy(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

function rule(source: string, headers: Readonly<Record<string, string>>): HeaderRule {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}
