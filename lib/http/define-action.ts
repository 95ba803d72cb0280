import { refresh } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { Locale } from '@/lib/i18n';
import type { ActionResult } from '@/lib/kernel/action-result';
import { systemClock, type Clock } from '@/lib/kernel/clock';
import { actorLabel } from '@/lib/identity/model';
import { refuse, type RefusalDetail, type Result } from '@/lib/kernel/result';
import { database, type Database } from '@/lib/platform/database';
import { withRequestId } from '@/lib/platform/log';
import { resolveActor } from './actor';
import { declare } from './declared';
import { leadsOn, logDeskAct, subjectOf } from './desk-log';
import { trueReason } from './ended-session';
import type { ErrorCode, WrapperError } from './errors';
import { faultToFailure, invalidInput, refusalToFailure } from './failure';
import { formToInput, typedValues } from './form-input';
import { decide, type Grant, type Policy } from './policy';
import { checkRateLimit, type DeclaredRateLimit } from './rate-limit';
import { requestIdOf } from './request-id';
import { requestLocale } from './request-locale';
import { storableInput } from './storable-input';

export type ActionContext<P extends Policy, Input> = Grant<P> & {
  readonly input: Input;
  readonly db: Database;
  readonly requestId: string;
  readonly clock: Clock;
  readonly locale: Locale;
  readonly headers: Headers;
};

export type ActionDefinition<P extends Policy, Schema extends z.ZodType, T, E extends ErrorCode> = {
  /** Names it in logs and rate limits: `cart.add`. */
  readonly name: string;
  readonly policy: P;
  readonly input: Schema;
  readonly rateLimit?: DeclaredRateLimit;
  /**
   * What the log of a seller's desk keeps of an act besides its name; unless told, the order, return, product or offer
   * it was about. `false` for what changes nothing anybody would ask about.
   */
  readonly logged?: false | ((input: z.output<Schema>) => RefusalDetail);
  /** May `redirect()`. What it throws otherwise is a fault: logged, and told only by its incident id. */
  readonly handler: (context: ActionContext<P, z.output<Schema>>) => Promise<Result<T, E>>;
};

/** Called with an object from code, with the form from `<form action>`, or through `useActionState`. */
export type Action<Input, T, E extends ErrorCode> = {
  (input: Input | FormData): Promise<ActionResult<T, E | WrapperError>>;
  (previous: unknown, input: Input | FormData): Promise<ActionResult<T, E | WrapperError>>;
};

/**
 * A server action that knows who is asking and refuses in words. In this order: actor, policy, rate limit,
 * schema, handler. It never throws to the browser except for Next's own redirects and not-founds. Next
 * itself refuses calls from other origins and bodies over a megabyte.
 */
export function defineAction<
  const P extends Policy,
  Schema extends z.ZodType,
  T,
  E extends ErrorCode = never,
>(definition: ActionDefinition<P, Schema, T, E>): Action<z.input<Schema>, T, E> {
  const action = async (...args: readonly unknown[]): Promise<ActionResult<T, E | WrapperError>> => {
    const head = await headers();
    const requestId = requestIdOf(head);
    const submitted = args.at(-1);
    const result = await withRequestId(requestId, () => run(definition, submitted, head, requestId));
    if (isFormWithoutScript(head)) refresh();
    return result.ok || !(submitted instanceof FormData)
      ? result
      : { ...result, values: typedValues(submitted) };
  };
  const { name, policy, logged } = definition;
  return declare({ kind: 'action', name, policy, isLogged: logged !== false }, action);
}

async function run<P extends Policy, Schema extends z.ZodType, T, E extends ErrorCode>(
  definition: ActionDefinition<P, Schema, T, E>,
  submitted: unknown,
  head: Headers,
  requestId: string,
): Promise<ActionResult<T, E | WrapperError>> {
  const { name, policy, rateLimit, handler } = definition;
  const locale = requestLocale(head);
  const clock = systemClock;
  try {
    const db = database();
    const actor = await resolveActor(db, await cookies(), clock());

    const decision = decide(policy, actor);
    if (!decision.allowed) return refusalToFailure(trueReason(refuse(decision.error), actor), locale);

    const limited = rateLimit && (await checkRateLimit(name, rateLimit, { actor, headers: head, clock }));
    if (limited) return refusalToFailure(limited, locale);

    const raw = submitted instanceof FormData ? formToInput(submitted) : (submitted ?? {});
    const parsed = definition.input.safeParse(storableInput(raw));
    if (!parsed.success) return invalidInput(parsed.error, locale);

    const context = { ...decision.grant, input: parsed.data, db, requestId, clock, locale, headers: head };
    const done = () => logAct(definition, context);
    const result = await handler(context).catch(async (error: unknown) => {
      if (leadsOn(error)) await done();
      throw error;
    });
    if (!result.ok) return refusalToFailure(trueReason(result, actor), locale);
    await done();
    return result;
  } catch (error) {
    unstable_rethrow(error);
    return faultToFailure(error, name, requestId, locale);
  }
}

/** Of actions at a seller's desk alone. */
async function logAct<P extends Policy, Schema extends z.ZodType, T, E extends ErrorCode>(
  { name, logged = subjectOf }: ActionDefinition<P, Schema, T, E>,
  context: ActionContext<P, z.output<Schema>>,
): Promise<void> {
  if (!('seller' in context) || logged === false) return;
  const { actor, seller, input, db } = context;
  await logDeskAct(db, { actor: actorLabel(actor), seller, name, detail: logged(input) });
}

/**
 * A form that a browser sent by itself is answered by the page it is on. Next leaves the request in its action
 * phase unless something was refreshed, and in development the page then cannot read its cookies.
 */
function isFormWithoutScript(head: Headers): boolean {
  return !head.has('next-action') && (head.get('content-type') ?? '').startsWith('multipart/form-data');
}
