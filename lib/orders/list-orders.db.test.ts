import { expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { placedOrder } from '@/tests/support/orders';
import { signedInPerson } from '@/tests/support/people';
import { listOrders } from './list-orders';

const { db, ownerDb } = await testDatabase();

it('lists orders of things that have no picture yet', async () => {
  const buyer = await signedInPerson(ownerDb);
  const { offerId } = await offerForSale(ownerDb);
  const { number } = await placedOrder(db, buyer, [{ offerId }]);

  const { items } = await listOrders(db, buyer.customerId, { limit: 10, after: null });
  expect(items).toMatchObject([{ number, firstTitle: 'A thing', pictures: [] }]);
});
