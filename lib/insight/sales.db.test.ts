import { expect, it } from 'vitest';
import { cancelLinesBySeller } from '@/lib/orders';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { markAllSalesStale, sumStaleSales } from '.';

const shop = await shopWithBooks();
const { db } = shop;

async function salesOf(sellerId: string) {
  const rows = await db.execute<Record<string, string | number>>(
    `select currency, orders, units, sales_minor::int as sales, cancelled_units as "cancelledUnits", cancelled_orders as "cancelledOrders"
     from sales_days where seller_id = '${sellerId}'`,
  );
  return [...rows];
}

it('a day adds up what was paid, and again when something of it is called off', async () => {
  const order = await soldOrder(shop, [2, 3]);
  const { sellerId } = order.act;
  await soldOrder(shop, [1], { sellerId });
  await sumStaleSales(db);
  const sold = { currency: 'EUR', orders: 2, units: 6, sales: 15_000, cancelledUnits: 0, cancelledOrders: 0 };
  expect(await salesOf(sellerId)).toEqual([sold]);

  const [line] = order.lines;
  const [part] = await db.execute<{ version: number }>(
    `select version from seller_orders where id = '${order.act.sellerOrderId}'`,
  );
  const cancelled = await cancelLinesBySeller(db, {
    ...order.act,
    version: part!.version,
    lines: [{ ...line!, quantity: 1 }],
    reason: 'broken',
  });
  expect(cancelled).toMatchObject({ ok: true });
  await drain(db, works);
  await sumStaleSales(db);
  expect(await salesOf(sellerId)).toEqual([{ ...sold, cancelledUnits: 1, cancelledOrders: 1 }]);
});

it('all days made again say the same, however many add them up', async () => {
  const { act } = await soldOrder(shop, [2]);
  await sumStaleSales(db);
  const before = await salesOf(act.sellerId);
  await markAllSalesStale(db);
  await Promise.all([sumStaleSales(db), sumStaleSales(db)]);
  expect(before).toMatchObject([{ orders: 1, units: 2 }]);
  expect(await salesOf(act.sellerId)).toEqual(before);
});
