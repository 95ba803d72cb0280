import { unstable_rethrow } from 'next/navigation';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { Locale } from '@/lib/i18n';
import { systemClock, type Clock } from '@/lib/kernel/clock';
import { refuse, type Refusal, type Result } from '@/lib/kernel/result';
import { database, type Database } from '@/lib/platform/database';
import { withRequestId } from '@/lib/platform/log';
import { resolveActor } from './actor';
import { failureAnswer, jsonAnswer, withRequestIdHeader } from './answer';
import { declare } from './declared';
import { trueReason } from './ended-session';
import type { ErrorCode } from './errors';
import { faultToFailure, invalidInput, refusalToFailure } from './failure';
import { decide, type Grant, type Policy } from './policy';
import { checkRateLimit, type DeclaredRateLimit } from './rate-limit';
import { readJson } from './read-body';
import { requestIdOf } from './request-id';
import { requestLocale } from './request-locale';
import { parseInput, queryOf, type Nothing, type Route } from './route-input';
import { isSameOrigin } from './same-origin';

export type RouteContext<P extends Policy, Params, Query, Body> = Grant<P> & {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly request: NextRequest;
  readonly db: Database;
  readonly requestId: string;
  readonly clock: Clock;
  readonly locale: Locale;
};

export type RouteDefinition<
  P extends Policy,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  E extends ErrorCode,
> = {
  /** Names it in logs and rate limits: `search.suggest`. */
  readonly name: string;
  readonly policy: P;
  readonly params?: Params;
  /** Of `?a=1&b=2`: texts, and arrays of texts for names that come more than once. */
  readonly query?: Query;
  /** Of the JSON body. Without it the body is left alone, for the handler to read from `request`. */
  readonly body?: Body;
  readonly maxBodyBytes?: number;
  readonly rateLimit?: DeclaredRateLimit;
  /** Of successful answers; `private, no-store` unless told. */
  readonly cacheControl?: string;
  /** Answers a value (sent as JSON), a refusal, or a response of its own. */
  readonly handler: (
    context: RouteContext<P, z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Result<unknown, E> | Response>;
};

const MAX_BODY_BYTES = 64 * 1024;
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A route handler that knows who is asking and answers in JSON with words. In this order: origin (for
 * methods that change something), actor, policy, rate limit, schemas, handler. Never throws to Next except
 * for its own redirects and not-founds.
 */
export function defineRoute<
  const P extends Policy,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
  E extends ErrorCode = never,
>(definition: RouteDefinition<P, Params, Query, Body, E>): Route {
  const route: Route = (request, { params }) => {
    const requestId = requestIdOf(request.headers);
    return withRequestId(requestId, () => run(definition, request, params, requestId));
  };
  return declare({ kind: 'route', name: definition.name, policy: definition.policy }, route);
}

async function run<
  P extends Policy,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  E extends ErrorCode,
>(
  definition: RouteDefinition<P, Params, Query, Body, E>,
  request: NextRequest,
  params: Promise<Record<string, string | string[] | undefined>>,
  requestId: string,
): Promise<Response> {
  const { name, policy, rateLimit, handler } = definition;
  const { headers } = request;
  const locale = requestLocale(headers);
  const clock = systemClock;
  const refused = (refusal: Refusal<ErrorCode>) =>
    failureAnswer(refusalToFailure(refusal, locale), requestId);
  try {
    if (!SAFE_METHODS.has(request.method) && !isSameOrigin(headers))
      return refused(refuse('forbidden_origin'));

    const db = database();
    const actor = await resolveActor(db, request.cookies, clock());
    const decision = decide(policy, actor);
    if (!decision.allowed) return refused(trueReason(refuse(decision.error), actor));

    const limited = rateLimit && (await checkRateLimit(name, rateLimit, { actor, headers, clock }));
    if (limited) return refused(limited);

    const raw = definition.body ? await readJson(request, definition.maxBodyBytes ?? MAX_BODY_BYTES) : null;
    if (raw && !raw.ok) return refused(raw);

    const input = parseInput(definition, await params, queryOf(request.nextUrl.searchParams), raw?.value);
    if (!input.success) return failureAnswer(invalidInput(input.error, locale), requestId);

    const context = { ...decision.grant, ...input.data, request, db, requestId, clock, locale };
    const result = await handler(context);
    if (result instanceof Response) return withRequestIdHeader(result, requestId);
    return result.ok
      ? jsonAnswer(result.value, requestId, definition.cacheControl)
      : refused(trueReason(result, actor));
  } catch (error) {
    unstable_rethrow(error);
    return failureAnswer(faultToFailure(error, name, requestId, locale), requestId);
  }
}
