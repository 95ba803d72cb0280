import type { Decline } from '../outcomes/declines';

type ErrorType = 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error';

/** The `error` of an answer, in Stripe's shape. */
export type ErrorBody = {
  readonly type: ErrorType;
  readonly message: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly param?: string;
  readonly charge?: string;
  readonly doc_url?: string;
  readonly payment_intent?: object;
  readonly payment_method?: object;
};

/**
 * An answer that is an error. Thrown, it undoes every write of its request (the request was not valid);
 * returned, it keeps them (the bank declined, and the attempt is on record).
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly error: ErrorBody,
  ) {
    super(error.message);
  }
}

export function invalidRequest(
  message: string,
  details: { code?: string; param?: string; status?: number } = {},
) {
  const { status = 400, code, param } = details;
  return new ApiError(status, {
    type: 'invalid_request_error',
    message,
    ...(code && { code, doc_url: documentationOf(code) }),
    ...(param && { param }),
  });
}

/** What a request names does not exist: 404 in its address, 400 in its parameters. */
export function missingResource(
  kind: string,
  id: string,
  where: { param: string; status?: 400 | 404 },
): ApiError {
  const { param, status = 404 } = where;
  return invalidRequest(`No such ${kind}: '${id}'`, { code: 'resource_missing', param, status });
}

export function cardError(
  decline: Decline,
  about: Pick<ErrorBody, 'charge' | 'payment_intent' | 'payment_method' | 'param'> = {},
): ApiError {
  return new ApiError(402, { ...cardErrorBody(decline), ...about });
}

export function cardErrorBody(decline: Decline) {
  return {
    type: 'card_error',
    code: decline.code,
    decline_code: decline.declineCode,
    message: decline.message,
    doc_url: documentationOf(decline.code),
  } as const;
}

function documentationOf(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
}
