import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStripe } from './stripe';

/** A server that answers everything alike, as a proxy in between would. */
async function answering(status: number, body: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('an answer that is not Stripe’s', () => {
  it.each([
    ['a missing page in JSON', 404, '{"message":"Not found"}'],
    ['a page that says all is well', 200, '{"ok":true}'],
    ['a list', 200, '[]'],
    ['nothing', 200, 'null'],
    ['an object with a status that denies it', 404, '{"object":"balance"}'],
  ])('throws: %s', async (_, status, body) => {
    const stripe = createStripe('sk_test_x', await answering(status, body));
    await expect(stripe.balance.retrieve()).rejects.toThrow(`Stripe answered ${status}`);
  });

  it('throws when it is no JSON at all', async () => {
    const stripe = createStripe('sk_test_x', await answering(200, '<html>'));
    await expect(stripe.balance.retrieve()).rejects.toThrow('Invalid JSON');
  });
});

it('an object of Stripe’s passes as it is', async () => {
  const stripe = createStripe('sk_test_x', await answering(200, '{"object":"balance","available":[]}'));
  expect(await stripe.balance.retrieve()).toMatchObject({ object: 'balance', available: [] });
});
