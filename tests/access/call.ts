import { NextRequest } from 'next/server';
import { z } from 'zod';
import { requestComesWith } from '../support/next-request';
import type { Callable } from './callables';

const answer = z.looseObject({ error: z.string().optional() });

type Sent = {
  readonly cookie: string;
  /** An action's input, or what a route is sent as JSON. */
  readonly input?: unknown;
  /** What a route is asked after `?`. */
  readonly query?: Readonly<Record<string, string>>;
  /** What stands in a route's address. */
  readonly params?: Readonly<Record<string, string>>;
  /** Of a program: what it proves itself with. */
  readonly authorization?: string;
};

/** Calls as a browser with that cookie would, and gives the code of the refusal, or `none`. */
export async function refusalOf(
  callable: Callable,
  { cookie, input = {}, query = {}, params = {}, authorization = '' }: Sent,
): Promise<string> {
  const headers = { cookie, authorization, 'sec-fetch-site': 'same-origin', 'user-agent': 'a test' };
  if (callable.declaration.kind === 'action') {
    requestComesWith(headers);
    return answer.parse(await callable.call(input)).error ?? 'none';
  }
  const { method } = callable;
  const body = method === 'GET' || method === 'HEAD' ? undefined : JSON.stringify(input);
  const request = new NextRequest(`http://localhost:3000/?${new URLSearchParams(query)}`, {
    method,
    headers,
    body,
  });
  const response = await callable.call(request, { params: Promise.resolve(params) });
  if (!(response instanceof Response)) throw new TypeError(`${callable.where} answered no response`);
  const type = response.headers.get('content-type') ?? '';
  return type.includes('json') ? (answer.parse(await response.json()).error ?? 'none') : 'none';
}
