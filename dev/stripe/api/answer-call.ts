import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import { z } from 'zod';
import { STRIPE_API_VERSION } from '@/lib/platform/stripe';
import type { Store } from '../state/store';
import type { KeptAnswer } from '../state/tables';
import { ApiError, invalidRequest, type ErrorBody } from './api-error';
import type { Access, Call } from './call';
import { expand } from './expansion';
import { decodeForm, type FormFields } from './form-encoding';
import { newRequestId } from './identifiers';
import { list, parseParameters, text } from './parameters';
import { Router, type Match, type Route } from './routing';

/** A request as it came, its body read. */
export type ApiRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

export type ApiReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
};

export type ApiSettings = {
  readonly store: Store;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Asked late: the port is known once the server listens. */
  readonly origin: () => string;
  readonly subscribed: (type: Stripe.Event.Type) => boolean;
  /** Told of every request the sandbox does not know and of every fault of its own. */
  readonly warn: (line: string) => void;
};

/** What every call takes: fields to expand and, from a browser, the publishable key. */
const common = z.strictObject({ expand: list(text).default([]), key: text.optional() });

/** Stripe's API: one request in, one answer out, everything it changed written together. */
export class Api {
  readonly #settings: ApiSettings;
  readonly #router: Router;

  constructor(settings: ApiSettings, routes: readonly Route[]) {
    this.#settings = settings;
    this.#router = new Router(routes);
  }

  answer(request: ApiRequest): ApiReply {
    const requestId = newRequestId();
    const headers = { 'request-id': requestId, 'stripe-version': STRIPE_API_VERSION };
    try {
      const reply = this.#perform(request, requestId);
      return { ...reply, headers: { ...headers, ...reply.headers } };
    } catch (error) {
      const refusal = error instanceof ApiError ? error : this.#fault(request, error);
      if (isUnsupported(refusal)) {
        this.#settings.warn(`${request.method} ${request.path}: ${refusal.message}`);
      }
      return { status: refusal.status, headers, body: { error: refusal.error } };
    }
  }

  /** Runs something outside of any request (a page, a control) as the server would. */
  perform<T>(run: (call: Call) => T): T {
    return this.#settings.store.change(() =>
      run(this.#call({ access: 'secret', requestId: null, key: null, account: null })),
    );
  }

  #perform(request: ApiRequest, requestId: string): ApiReply {
    const fields = decodeForm(request.method === 'GET' ? request.query : request.body);
    const { expand: givenPaths, key: givenKey, ...given } = fields;
    const { expand: paths, key } = parseParameters(common, { expand: givenPaths, key: givenKey });
    const access = this.#authenticate(request, key);
    requireSupportedHeaders(request);
    const match = this.#match(request, access);
    const idempotencyKey = request.method === 'POST' ? header(request, 'idempotency-key') : null;
    const account = accountOf(request, match);
    const call = this.#call({ access, requestId, key: idempotencyKey, account });
    if (idempotencyKey === null) return this.#settings.store.change(() => reply(call, match, given, paths));
    return this.#performOnce(call, request, idempotencyKey, () => reply(call, match, given, paths));
  }

  /** The first answer to a key is the answer to every later request that is the same. */
  #performOnce(call: Call, request: ApiRequest, key: string, run: () => ApiReply): ApiReply {
    const { store } = this.#settings;
    const id = [call.access, call.account, key].filter(Boolean).join(' ');
    const fingerprint = fingerprintOf(request);
    const kept = store.get('kept_answer', id);
    if (kept) return replay(kept, fingerprint, key);
    return store.change(() => {
      const { status, body } = run();
      const requestId = call.requestId ?? '';
      store.put('kept_answer', { id, fingerprint, status, body, requestId, created: call.now });
      return { status, body, headers: { 'idempotency-key': key } };
    });
  }

  #authenticate(request: ApiRequest, keyField: string | undefined): Access {
    const key = keyField ?? keyOf(header(request, 'authorization'));
    if (key === this.#settings.secretKey) return 'secret';
    if (key === this.#settings.publishableKey) return 'publishable';
    throw invalidRequest(
      key ? `Invalid API Key provided: ${masked(key)}` : 'You did not provide an API key.',
      {
        status: 401,
      },
    );
  }

  #match(request: ApiRequest, access: Access): Match {
    const match = this.#router.match(request.method, request.path);
    if (!match) {
      throw invalidRequest(
        `Unrecognized request URL (${request.method}: ${request.path}). The sandbox supports the calls Souk makes; add it in dev/stripe/resources.`,
        { status: 404 },
      );
    }
    if (access === 'publishable' && match.route.access === 'secret') {
      throw invalidRequest(
        'This API call cannot be made with a publishable API key. Please use a secret API key.',
        { code: 'secret_key_required', status: 401 },
      );
    }
    return match;
  }

  #call(by: { access: Access; requestId: string | null; key: string | null; account: string | null }): Call {
    const { store, origin, subscribed } = this.#settings;
    const now = Math.floor(Date.now() / 1000);
    const { access, requestId, key: idempotencyKey, account } = by;
    return {
      store,
      now,
      access,
      requestId,
      idempotencyKey,
      account,
      origin: origin(),
      apiVersion: STRIPE_API_VERSION,
      subscribed,
    };
  }

  #fault(request: ApiRequest, error: unknown): ApiError {
    const detail = error instanceof Error ? error.stack : String(error);
    this.#settings.warn(`${request.method} ${request.path} failed: ${detail}`);
    return new ApiError(500, { type: 'api_error', message: 'The sandbox failed; its log says why.' });
  }
}

function reply(call: Call, { route, ids }: Match, fields: FormFields, paths: readonly string[]): ApiReply {
  const answer = route.handle(call, fields, ids);
  if (answer instanceof ApiError)
    return { status: answer.status, headers: {}, body: errorBody(answer.error) };
  return { status: 200, headers: {}, body: expand(call.store, answer, paths) };
}

/** The caller asks for something Stripe may have and the sandbox has not. */
function isUnsupported({ status, error }: ApiError): boolean {
  return error.code === 'parameter_unknown' || (status === 404 && error.code === undefined);
}

function errorBody(error: ErrorBody) {
  return { error };
}

function replay(kept: KeptAnswer, fingerprint: string, key: string): ApiReply {
  if (kept.fingerprint !== fingerprint) {
    throw new ApiError(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  }
  return {
    status: kept.status,
    body: kept.body,
    headers: { 'idempotency-key': key, 'idempotent-replayed': 'true', 'original-request': kept.requestId },
  };
}

/** Refuses what would change the meaning of a request and is not understood here. */
function requireSupportedHeaders(request: ApiRequest): void {
  const version = header(request, 'stripe-version');
  if (version && version !== STRIPE_API_VERSION) {
    throw invalidRequest(`Invalid Stripe API version: ${version}. The sandbox speaks ${STRIPE_API_VERSION}.`);
  }
  if (header(request, 'stripe-context')) {
    throw invalidRequest('The sandbox has no contexts.', { code: 'account_invalid', status: 403 });
  }
}

function accountOf(request: ApiRequest, { route }: Match): string | null {
  const account = header(request, 'stripe-account');
  if (account !== null && !route.onAccount) {
    throw invalidRequest('The sandbox does not support this call for connected accounts.', { status: 404 });
  }
  return account;
}

function fingerprintOf(request: ApiRequest): string {
  return createHash('sha256').update(`${request.method} ${request.path}\n${request.body}`).digest('base64');
}

function header(request: ApiRequest, name: string): string | null {
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

function keyOf(authorization: string | null): string | null {
  const [scheme, credentials] = authorization?.split(' ') ?? [];
  if (scheme === 'Bearer' && credentials) return credentials;
  if (scheme === 'Basic' && credentials)
    return Buffer.from(credentials, 'base64').toString().split(':')[0] ?? null;
  return null;
}

function masked(key: string): string {
  return key.length > 12 ? `${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}` : '********';
}
