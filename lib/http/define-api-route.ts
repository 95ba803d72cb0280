import { unstable_rethrow } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { answerOnce, findApiKey, type ApiCaller, type ApiScope } from '@/lib/api-keys';
import type { Locale } from '@/lib/i18n';
import { systemClock, type Clock } from '@/lib/kernel/clock';
import { ok, refuse, type Refusal, type Result } from '@/lib/kernel/result';
import { database, type Database } from '@/lib/platform/database';
import { withRequestId } from '@/lib/platform/log';
import { takeToken } from '@/lib/platform/rate-limit';
import { failureAnswer, jsonAnswer } from './answer';
import { declare } from './declared';
import { logDeskAct, subjectOf } from './desk-log';
import type { ErrorCode } from './errors';
import { faultToFailure, invalidInput, refusalToFailure } from './failure';
import { readJson } from './read-body';
import { requestIdOf } from './request-id';
import { requestLocale } from './request-locale';
import { nothing, parseInput, queryOf, type Nothing, type Route } from './route-input';

export type ApiContext<Params, Query, Body> = {
  readonly caller: ApiCaller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly db: Database;
  readonly clock: Clock;
  readonly locale: Locale;
};

export type ApiRouteDefinition<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  E extends ErrorCode,
> = {
  /** Names the operation in logs and in the document of the API: `api.list-orders`. */
  readonly name: `api.${string}`;
  readonly scope: ApiScope;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  /** Of what changes something: the name of the act in the log of the desk, as its action has it. */
  readonly act?: `seller.${string}`;
  readonly handler: (
    context: ApiContext<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Result<z.output<Answer>, E>>;
};

/** What the document of the API says of a route; made from what the route is made of. */
export type ApiOperation = {
  readonly name: string;
  readonly scope: ApiScope;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType | null;
  readonly answer: z.ZodType;
  readonly changes: boolean;
};

/** A key may ask so often in a minute; it counts all operations together. */
export const API_RATE = { limit: 600, windowSeconds: 60 } as const;

export const IDEMPOTENCY_HEADER = 'idempotency-key';

const idempotencyKey = z.string().min(8).max(100);

const MAX_BODY_BYTES = 256 * 1024;

const operations = new WeakMap<object, ApiOperation>();

/** Null for anything that was not made by `defineApiRoute`. */
export function apiOperationOf(route: object): ApiOperation | null {
  return operations.get(route) ?? null;
}

/**
 * A route of the API for sellers' programs, which prove themselves by a key. In this order: key, scope, rate limit,
 * schemas, handler. What changes something is done once for each idempotency key, and stands in the log of the desk.
 */
export function defineApiRoute<
  Answer extends z.ZodType,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
  E extends ErrorCode = never,
>(definition: ApiRouteDefinition<Params, Query, Body, Answer, E>): Route {
  const { name, scope, params = nothing, query = nothing, body = null, answer, act } = definition;
  const route: Route = (request, context) => {
    const requestId = requestIdOf(request.headers);
    return withRequestId(requestId, () => run(definition, request, context.params, requestId));
  };
  operations.set(route, { name, scope, params, query, body, answer, changes: act !== undefined });
  return declare({ kind: 'route', name, policy: { scope } }, route);
}

async function run<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  E extends ErrorCode,
>(
  definition: ApiRouteDefinition<Params, Query, Body, Answer, E>,
  request: NextRequest,
  params: Promise<Record<string, string | string[] | undefined>>,
  requestId: string,
): Promise<Response> {
  const locale = requestLocale(request.headers);
  const refused = (refusal: Refusal<ErrorCode>) =>
    failureAnswer(refusalToFailure(refusal, locale), requestId);
  try {
    const db = database();
    const asked = await admit(db, request.headers, definition.scope);
    if (!asked.ok) return refused(asked);

    const raw = definition.body ? await readJson(request, MAX_BODY_BYTES) : ok(undefined);
    if (!raw.ok) return refused(raw);
    const input = parseInput(definition, await params, queryOf(request.nextUrl.searchParams), raw.value);
    if (!input.success) return failureAnswer(invalidInput(input.error, locale), requestId);

    const context = { ...input.data, caller: asked.value, db, clock: systemClock, locale };
    const result = definition.act
      ? await change(definition, context, request, raw.value)
      : await definition.handler(context);
    return result.ok ? jsonAnswer(result.value, requestId) : refused(result);
  } catch (error) {
    unstable_rethrow(error);
    return failureAnswer(faultToFailure(error, definition.name, requestId, locale), requestId);
  }
}

/** Who asks, when their key is good for it and they have not asked too often. */
async function admit(
  db: Database,
  headers: Headers,
  scope: ApiScope,
): Promise<Result<ApiCaller, 'api_key_invalid' | 'api_scope_missing' | 'too_many_requests'>> {
  const key = /^Bearer (\S{20,200})$/i.exec(headers.get('authorization') ?? '')?.[1];
  const caller = key ? await findApiKey(db, key, systemClock()) : null;
  if (!caller) return refuse('api_key_invalid');
  if (!caller.scopes.includes(scope)) return refuse('api_scope_missing', { scope });
  const taken = await takeToken('api', caller.keyId, API_RATE);
  if (!taken.allowed) return refuse('too_many_requests', { retryAfterSeconds: taken.retryAfterSeconds });
  return ok(caller);
}

async function change<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  E extends ErrorCode,
>(
  definition: ApiRouteDefinition<Params, Query, Body, Answer, E>,
  context: ApiContext<z.output<Params>, z.output<Query>, z.output<Body>>,
  request: NextRequest,
  body: unknown,
): Promise<Result<unknown, E | 'idempotency_key_reused' | 'idempotency_key_malformed'>> {
  const { caller, db } = context;
  const given = request.headers.get(IDEMPOTENCY_HEADER);
  const once = idempotencyKey.safeParse(given);
  if (given !== null && !once.success) return refuse('idempotency_key_malformed');
  const work = async (executor: Database) => {
    const result = await definition.handler({ ...context, db: executor });
    if (result.ok) await logChange(definition.act, context);
    return result;
  };
  if (!once.success) return work(db);
  const asked = `${request.method} ${request.nextUrl.pathname} ${JSON.stringify(body ?? null)}`;
  return answerOnce(db, { keyId: caller.keyId, idempotencyKey: once.data, request: asked }, work);
}

async function logChange(
  act: string | undefined,
  { caller, db, params }: { readonly caller: ApiCaller; readonly db: Database; readonly params: unknown },
): Promise<void> {
  if (act === undefined) return;
  const { keyId, name, sellerId } = caller;
  const detail = { ...subjectOf(params), key: name };
  await logDeskAct(db, { actor: `key:${keyId}`, seller: { sellerId }, name: act, detail });
}
