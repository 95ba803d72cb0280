import type { IncomingMessage } from 'node:http';
import { askOutside, NotOutside, type MayReach } from '@/lib/platform/ask-outside';

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

export type DownloadLimits = { readonly mostBytes: number; readonly timeoutMs: number };

class Refused extends Error {}

const ACCEPTED = { accept: 'image/*', 'accept-encoding': 'identity' };

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
      const response = await askOutside(url, { mayReach, signal, headers: ACCEPTED });
      const next = redirectOf(response, url);
      if (!next) return await answerOf(response, mostBytes);
      response.destroy();
      url = next;
    }
    return { kind: 'refused', reason: `It is redirected more than ${MOST_REDIRECTS} times.` };
  } catch (error) {
    if (error instanceof Refused || error instanceof NotOutside)
      return { kind: 'refused', reason: error.message };
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
