import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { NextRequest } from 'next/server';
import { afterAll } from 'vitest';
import type { Route } from '@/lib/http';

const modules = import.meta.glob<Record<string, Route>>('/app/api/v1/**/route.ts');

const routes = Object.keys(modules).map((file) => ({
  file,
  names: [...file.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!),
  pattern: new RegExp(
    `^${file
      .replace('/app', '')
      .replace('/route.ts', '')
      .replaceAll(/\[\w+\]/g, '([^/]+)')}$`,
  ),
}));

/** The API behind a real HTTP server, as Next would call its routes. Answers its address; ends with the test file. */
export async function serveApi(): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    void answer(incoming).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(await response.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  // A server that listens on a port has an address with one.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function answer(incoming: IncomingMessage): Promise<Response> {
  const { method = 'GET', url = '/' } = incoming;
  const address = new URL(url, 'http://localhost');
  for (const { file, names, pattern } of routes) {
    const found = pattern.exec(address.pathname);
    const route = found && (await modules[file]!())[method];
    if (!route) continue;
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const body = method === 'GET' ? undefined : await text(incoming);
    const params = Object.fromEntries(names.map((name, index) => [name, found[index + 1]]));
    return route(new NextRequest(address, { method, headers, body }), { params: Promise.resolve(params) });
  }
  return new Response(null, { status: 404 });
}
