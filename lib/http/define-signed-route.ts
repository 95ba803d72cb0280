import { unstable_rethrow } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { systemClock, type Clock } from '@/lib/kernel/clock';
import { refuse, type Result } from '@/lib/kernel/result';
import { DEFAULT_LOCALE } from '@/lib/i18n';
import { database, type Database } from '@/lib/platform/database';
import { withRequestId } from '@/lib/platform/log';
import { failureAnswer, jsonAnswer } from './answer';
import { declare } from './declared';
import type { ErrorCode } from './errors';
import { faultToFailure, refusalToFailure } from './failure';
import { readText } from './read-body';
import { requestIdOf } from './request-id';

export type SignedRouteDefinition<Message, E extends ErrorCode> = {
  readonly name: string;
  readonly maxBodyBytes?: number;
  /** The message, when headers and exact body prove who sent it; null when they do not. Must not throw. */
  readonly verify: (headers: Headers, rawBody: string, now: Date) => Message | null | Promise<Message | null>;
  readonly handler: (context: {
    readonly message: Message;
    readonly rawBody: string;
    readonly db: Database;
    readonly clock: Clock;
    readonly requestId: string;
  }) => Promise<Result<unknown, E>>;
};

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * A route for machines that prove themselves by a signature over the body: webhooks and the worker. Nothing
 * unsigned reaches the handler. A fault answers 500, so that the sender tries again.
 */
export function defineSignedRoute<Message, E extends ErrorCode = never>(
  definition: SignedRouteDefinition<Message, E>,
): (request: NextRequest) => Promise<Response> {
  const route = (request: NextRequest) => {
    const requestId = requestIdOf(request.headers);
    return withRequestId(requestId, () => run(definition, request, requestId));
  };
  return declare({ kind: 'route', name: definition.name, policy: 'signed' }, route);
}

async function run<Message, E extends ErrorCode>(
  definition: SignedRouteDefinition<Message, E>,
  request: NextRequest,
  requestId: string,
): Promise<Response> {
  const refused = (error: ErrorCode) =>
    failureAnswer(refusalToFailure(refuse(error), DEFAULT_LOCALE), requestId);
  try {
    const body = await readText(request, definition.maxBodyBytes ?? MAX_BODY_BYTES);
    if (!body.ok) return refused(body.error);
    const message = await definition.verify(request.headers, body.value, systemClock());
    if (message === null) return refused('bad_signature');
    const context = { message, rawBody: body.value, db: database(), clock: systemClock, requestId };
    const result = await definition.handler(context);
    return result.ok
      ? jsonAnswer(result.value, requestId)
      : failureAnswer(refusalToFailure(result, DEFAULT_LOCALE), requestId);
  } catch (error) {
    unstable_rethrow(error);
    return failureAnswer(faultToFailure(error, definition.name, requestId, DEFAULT_LOCALE), requestId);
  }
}
