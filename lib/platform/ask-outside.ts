import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

/** Whether a connection to this address (never a name) may be made. */
export type MayReach = (address: string) => boolean;

/** The address is none of the outside, and is not asked. Its message is for an operator. */
export class NotOutside extends Error {
  constructor(host: string) {
    super(`${host} is not on the public internet.`);
  }
}

export type OutsideRequest = {
  readonly mayReach: MayReach;
  readonly signal: AbortSignal;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/**
 * Asks at an http or https address that a stranger wrote down, and answers what came first: redirects are not followed.
 * Never where `mayReach` says no: every address a name stands for is judged, and that very address is connected to. So
 * no name, however it changes its mind, leads inside (`NotOutside`).
 */
export async function askOutside(url: URL, asked: OutsideRequest): Promise<IncomingMessage> {
  const { mayReach, signal, method = 'GET', headers, body } = asked;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Nothing is looked up for an address that is written in numbers.
  if (isIP(host) && !mayReach(host)) throw new NotOutside(host);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      signal,
      method,
      // A connection of its own: one that is kept open was judged for somebody else.
      agent: false,
      lookup: guardedLookup(mayReach),
      headers: { 'user-agent': 'Souk', ...headers },
    });
    sent.on('response', resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Answers the addresses of a name if all of them may be reached. */
function guardedLookup(mayReach: MayReach): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const inside = found?.find(({ address }) => !mayReach(address));
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Error(`${name} has no address`), '', 0);
      if (inside) return done(new NotOutside(name), '', 0);
      if (options.all) return done(null, found);
      return done(null, first.address, first.family);
    });
  };
}
