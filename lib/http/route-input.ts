import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { storableInput } from './storable-input';

export const nothing = z.object({});
export type Nothing = typeof nothing;

export type Route = (
  request: NextRequest,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

type Parsed<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> =
  | {
      readonly success: true;
      readonly data: { params: z.output<Params>; query: z.output<Query>; body: z.output<Body> };
    }
  | { readonly success: false; readonly error: z.ZodError };

/** What a route is asked with, by its schemas; what it has no schema for is nothing. */
export function parseInput<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  definition: { readonly params?: Params; readonly query?: Query; readonly body?: Body },
  rawParams: unknown,
  rawQuery: unknown,
  rawBody: unknown,
): Parsed<Params, Query, Body> {
  // Next hands a route without dynamic segments no params at all.
  const params = (definition.params ?? nothing).safeParse(storableInput(rawParams ?? {}));
  if (!params.success) return params;
  const query = (definition.query ?? nothing).safeParse(storableInput(rawQuery));
  if (!query.success) return query;
  const body = (definition.body ?? nothing).safeParse(storableInput(rawBody ?? {}));
  if (!body.success) return body;
  return {
    success: true,
    data: {
      params: params.data as z.output<Params>,
      query: query.data as z.output<Query>,
      body: body.data as z.output<Body>,
    },
  };
}

/** `?a=1&b=2` as texts, and arrays of texts for names that come more than once. */
export function queryOf(search: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}
