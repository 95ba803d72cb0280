import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

/** More than any camera's picture. */
const MOST_BYTES = 20 * 1024 * 1024;
/** For all of it, redirects included. */
const TIMEOUT_MS = 20_000;
const MOST_REDIRECTS = 5;

/**
 * `refused` will be so again, `unreachable` may go better later. Reasons are words for an operator.
 */
export type Download =
  | { readonly kind: 'content'; readonly content: Buffer }
  | { readonly kind: 'refused' | 'unreachable'; readonly reason: string };

/** Whether a connection to this address (never a name) may be made. */
export type MayReach = (address: string) => boolean;

export type DownloadLimits = { readonly mostBytes: number; readonly timeoutMs: number };

class Refused extends Error {}

/**
 * Gets what is at an address that a stranger wrote down. Only http and https; no more bytes and no longer than the
 * limits; and never to where `mayReach` says no: every address a name stands for is judged, that very address is
 * connected to, and each redirect begins anew. So no name, however it changes its mind, leads inside.
 */
export async function download(
  address: string,
  mayReach: MayReach,
  { mostBytes, timeoutMs }: DownloadLimits = { mostBytes: MOST_BYTES, timeoutMs: TIMEOUT_MS },
): Promise<Download> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    let url = parse(address);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await ask(url, mayReach, signal);
      const next = redirectOf(response, url);
      if (!next) return await answerOf(response, mostBytes);
      response.destroy();
      url = next;
    }
    return { kind: 'refused', reason: `It is redirected more than ${MOST_REDIRECTS} times.` };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', reason: error.message };
    if (signal.aborted) {
      return { kind: 'unreachable', reason: `It took longer than ${timeoutMs / 1000} seconds.` };
    }
    return { kind: 'unreachable', reason: `The connection failed: ${describe(error)}.` };
  }
}

function parse(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new Refused('This is not an address.');
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Refused(`Pictures are fetched by http and https, not by ${url.protocol.slice(0, -1)}.`);
  }
  if (url.username || url.password) throw new Refused('The address contains a password.');
  return url;
}

function ask(url: URL, mayReach: MayReach, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Nothing is looked up for an address that is written in numbers.
  if (isIP(host) && !mayReach(host)) throw new Refused(notOutside(host));
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      signal,
      // A connection of its own: one that is kept open was judged for somebody else.
      agent: false,
      lookup: guardedLookup(mayReach),
      headers: { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'Souk' },
    });
    asked.on('response', resolve);
    asked.on('error', reject);
    asked.end();
  });
}

/** Answers the addresses of a name if all of them may be reached. */
function guardedLookup(mayReach: MayReach): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const inside = found?.find(({ address }) => !mayReach(address));
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Error(`${name} has no address`), '', 0);
      if (inside) return done(new Refused(notOutside(name)), '', 0);
      if (options.all) return done(null, found);
      return done(null, first.address, first.family);
    });
  };
}

function notOutside(host: string): string {
  return `${host} is not on the public internet.`;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  return REDIRECTS.has(statusCode) && headers.location ? parse(headers.location, from) : null;
}

/** Not now, rather than not at all: timeouts, too many requests, faults. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

async function answerOf(response: IncomingMessage, mostBytes: number): Promise<Download> {
  const { statusCode = 0 } = response;
  if (statusCode === 200) return { kind: 'content', content: await contentOf(response, mostBytes) };
  response.destroy();
  const passes = statusCode >= 500 || PASSING.has(statusCode);
  return { kind: passes ? 'unreachable' : 'refused', reason: `The server answered ${statusCode}.` };
}

/** Says no at the first byte too many, whatever the server said of the length. */
async function contentOf(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Refused(`It is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
