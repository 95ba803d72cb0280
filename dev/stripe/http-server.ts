import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Api, ApiReply } from './api/answer-call';
import { invalidRequest } from './api/api-error';

const MAX_BODY_BYTES = 512 * 1024;

/** A page, script or control outside of Stripe's API; null when the address is not one. */
export type Surface = (request: SurfaceRequest) => Promise<SurfaceReply | null>;

export type SurfaceRequest = {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
};

export type SurfaceReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One server for the API under `/v1/`, which any site may call with a publishable key, and for the surfaces. */
export function createSandboxServer(api: Api, surfaces: readonly Surface[]): Server {
  return createServer((request, response) => {
    answer(api, surfaces, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
}

async function answer(
  api: Api,
  surfaces: readonly Surface[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const method = request.method ?? 'GET';
  const body = await readBody(request);
  if (body === null) {
    sendJson(response, {
      status: 413,
      headers: {},
      body: { error: invalidRequest('The request is too large.').error },
    });
    return;
  }
  if (method === 'OPTIONS') {
    response.writeHead(204, CROSS_ORIGIN).end();
    return;
  }
  const reply = url.pathname.startsWith('/v1/')
    ? null
    : await surfaceReply(surfaces, request, { method, url, body });
  if (reply) {
    response.writeHead(reply.status, { ...reply.headers, 'cache-control': 'no-store' }).end(reply.body);
    return;
  }
  const query = url.search.slice(1);
  sendJson(response, api.answer({ method, path: url.pathname, query, body, headers: request.headers }));
}

async function surfaceReply(
  surfaces: readonly Surface[],
  request: IncomingMessage,
  asked: SurfaceRequest,
): Promise<SurfaceReply | null> {
  if (asked.method !== 'GET' && isFromElsewhere(request)) {
    return { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Not from another site.' };
  }
  for (const surface of surfaces) {
    const reply = await surface(asked);
    if (reply) return reply;
  }
  return null;
}

/** A browser says which site posts; programs say nothing and are this machine's own. */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`;
}

const CROSS_ORIGIN = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, stripe-version',
};

function sendJson(response: ServerResponse, { status, headers, body }: ApiReply): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...CROSS_ORIGIN,
    ...headers,
  });
  response.end(text);
}

/** Null when it is larger than anything Stripe would take. */
function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
    });
    request.on('end', () => resolve(bytes <= MAX_BODY_BYTES ? Buffer.concat(chunks).toString('utf8') : null));
    request.on('error', reject);
  });
}
