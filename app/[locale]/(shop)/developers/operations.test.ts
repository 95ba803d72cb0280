import { expect, test } from 'vitest';
import { documentedOperations } from './operations';

test('the page for programmers can read every operation of the document', () => {
  const operations = documentedOperations();
  expect(operations.length).toBeGreaterThan(0);
  for (const { scope, gives } of operations) {
    expect(scope).toMatch(/^\w+:\w+$/);
    expect(gives.length).toBeGreaterThan(0);
  }
  expect(operations.find(({ id }) => id === 'send-parcel')).toMatchObject({
    method: 'POST',
    path: '/orders/{sellerOrderId}/parcels',
    takes: expect.arrayContaining([{ name: 'lines[].quantity', type: 'integer', required: true }]),
    gives: expect.arrayContaining([{ name: 'cancelReason', type: 'string | null', required: true }]),
  });
});
