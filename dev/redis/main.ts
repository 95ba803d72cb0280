import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { listenFrom, LOOPBACK } from '../listen';
import { MemoryStore, type Command } from './memory-store';

export type RedisEndpoint = { readonly url: string; readonly port: number; close(): Promise<void> };

type Reply = { readonly result: unknown } | { readonly error: string };

const FIRST_PORT = 8079;
const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** An endpoint refuses a request whole, with a status; a command that fails inside a pipeline does not. */
class RequestError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const command = z
  .array(z.union([z.string(), z.number(), z.boolean()]).transform(String))
  .min(1)
  .transform((words): Command => words);

/**
 * Upstash's REST protocol over a store in memory: `POST /` runs one command, `/pipeline` several,
 * `/multi-exec` several with nothing in between. A cache: it is empty after every start.
 */
export async function startRedisEndpoint(options: { token: string; port?: number }): Promise<RedisEndpoint> {
  const store = new MemoryStore();
  const server = createServer((request, response) => {
    answer(store, options.token, request).then(
      (body) => send(response, 200, encodeFor(request, body)),
      (error: unknown) => {
        const status = error instanceof RequestError ? error.status : 500;
        send(response, status, { error: error instanceof Error ? error.message : String(error) });
      },
    );
  });
  server.keepAliveTimeout = 60_000;
  const port = await listenFrom(server, options.port ?? FIRST_PORT);
  return {
    port,
    url: `http://${LOOPBACK}:${port}`,
    close: () =>
      new Promise((resolve) => {
        store.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(store: MemoryStore, token: string, request: IncomingMessage): Promise<Reply | Reply[]> {
  if (!isAuthorized(request, token)) throw new RequestError(401, 'WRONGPASS invalid or missing auth token');
  if (request.method !== 'POST') throw new RequestError(405, 'ERR only POST is spoken here');
  const body = await readJson(request);
  switch (new URL(request.url ?? '/', 'http://endpoint').pathname) {
    case '/':
      return single(await reply(store, parse(command, body)));
    case '/pipeline':
    case '/multi-exec':
      // Each command is handed to the store before any of them is awaited, so none of another request comes between.
      return Promise.all(parse(z.array(command), body).map((each) => reply(store, each)));
    default:
      throw new RequestError(404, 'ERR no such path');
  }
}

function isAuthorized(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function reply(store: MemoryStore, words: Command): Promise<Reply> {
  try {
    return { result: await store.run(words) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function single(one: Reply): Reply {
  if ('error' in one) throw new RequestError(400, one.error);
  return one;
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new RequestError(400, 'ERR failed to parse the command');
  return parsed.data;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new RequestError(413, 'ERR max request size exceeded');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RequestError(400, 'ERR failed to parse the body');
  }
}

/** A client that asks for it gets strings in base64 (all but the plain OK), safe from JSON's view of UTF-8. */
function encodeFor(request: IncomingMessage, body: Reply | Reply[]): unknown {
  if (request.headers['upstash-encoding'] !== 'base64') return body;
  const encoded = (one: Reply) => ('error' in one ? one : { result: toBase64(one.result) });
  return Array.isArray(body) ? body.map(encoded) : encoded(body);
}

function toBase64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toBase64);
  return typeof value === 'string' && value !== 'OK' ? Buffer.from(value).toString('base64') : value;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
