import type { z } from 'zod';
import type { ApiError } from './api-error';
import type { Access, Call } from './call';
import type { FormFields } from './form-encoding';
import { parseParameters } from './parameters';

export type Method = 'GET' | 'POST' | 'DELETE';

/** What a handler answers with: an object of Stripe's, or an error that keeps what was written. */
export type Answer = { readonly object: string } | ApiError;

/** One call the API knows. */
export type Route = {
  readonly method: Method;
  readonly path: string;
  /** Who may make the call; `publishable` calls may be made with the secret key too. */
  readonly access: Access;
  /** May be made for a connected account. */
  readonly onAccount: boolean;
  handle(call: Call, fields: FormFields, ids: readonly string[]): Answer;
};

/**
 * Declares a call. `path` names its ids with a colon (`/v1/refunds/:refund`); they reach `answer` in that order,
 * after the parameters.
 */
export function route<T extends z.ZodType>(
  endpoint: string,
  declared: {
    access?: Access;
    onAccount?: boolean;
    parameters: T;
    answer(call: Call, parameters: z.output<T>, ...ids: string[]): Answer;
  },
): Route {
  const [method, path] = splitEndpoint(endpoint);
  return {
    method,
    path,
    access: declared.access ?? 'secret',
    onAccount: declared.onAccount ?? false,
    handle: (call, fields, ids) =>
      declared.answer(call, parseParameters(declared.parameters, fields), ...ids),
  };
}

function splitEndpoint(endpoint: string): [Method, string] {
  const [method, path] = endpoint.split(' ');
  if ((method === 'GET' || method === 'POST' || method === 'DELETE') && path) return [method, path];
  throw new Error(`Not an endpoint: ${endpoint}`);
}

export type Match = { readonly route: Route; readonly ids: readonly string[] };

/** Finds the route of a request. Fixed addresses are looked up, those with ids are tried in turn. */
export class Router {
  readonly #byLength = new Map<string, { readonly route: Route; readonly segments: readonly string[] }[]>();

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      const segments = route.path.split('/');
      const key = `${route.method} ${segments.length}`;
      const known = this.#byLength.get(key) ?? [];
      known.push({ route, segments });
      this.#byLength.set(key, known);
    }
  }

  match(method: string, path: string): Match | null {
    const given = path.split('/');
    for (const { route, segments } of this.#byLength.get(`${method} ${given.length}`) ?? []) {
      const ids = idsOf(segments, given);
      if (ids) return { route, ids };
    }
    return null;
  }
}

function idsOf(segments: readonly string[], given: readonly string[]): string[] | null {
  const ids: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith(':')) ids.push(value);
    else if (segment !== value) return null;
  }
  return ids;
}
