import { expect, it } from 'vitest';
import { deliverParcel, listParcelsOfOrder, shipParcel } from '@/lib/fulfilment';
import { parsePublicId } from '@/lib/kernel/ids';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder } from '@/tests/support/sold-orders';
import { actAsBuyer, getOrderState, getReturn, requestReturn } from '.';

const shop = await shopWithBooks();
const { db } = shop;

it('an open order page shows something else after each move of a return, and only then', async () => {
  const { orderId, act, lines } = await soldOrder(shop, [1]);
  await shipParcel(db, { ...act, carrier: '', trackingNumber: '', lines });
  const [parcel] = await listParcelsOfOrder(db, orderId);
  await deliverParcel(db, { ...act, shipmentId: parsePublicId('shp', parcel!.shipmentId)! });
  const states = [await getOrderState(db, orderId)];

  const { sellerOrderId } = act;
  const wanted = {
    orderId,
    sellerOrderId,
    lines,
    reason: 'changed_mind',
    note: '',
    now: new Date(),
  } as const;
  const asked = await requestReturn(db, wanted);
  if (!asked.ok) throw new Error(asked.error);
  states.push(await getOrderState(db, orderId));

  const { returnId } = asked.value;
  const { version } = (await getReturn(db, returnId))!;
  const called = { orderId, returnId, version, event: 'cancel', words: '', now: new Date() } as const;
  expect(await actAsBuyer(db, called)).toMatchObject({ ok: true });
  states.push(await getOrderState(db, orderId));

  expect(new Set(states).size).toBe(3);
  expect(await actAsBuyer(db, called)).toMatchObject({ ok: false });
  expect(await getOrderState(db, orderId)).toBe(states.at(-1));
});
