import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { orderHistory, orders } from '@/db/schema/orders';
import { outdatedPages } from '@/db/schema/events';
import { testDatabase } from '@/tests/support/database';
import { insertRows, rowsFor } from './insert-rows';

const { db } = await testDatabase();

test('rows get the ids the app makes, the defaults of the database, and what JSON can say', async () => {
  const paths = ['/p/a "quoted" one', "/c/it's, {odd}"];
  await db.transaction((tx) => insertRows(tx, rowsFor(outdatedPages, [{ outdated: paths, ready: [] }])));
  const [row] = await db.select().from(outdatedPages);
  expect(row).toMatchObject({ outdated: paths, ready: [] });
  expect(row!.announcedAt).toBeInstanceOf(Date);
});

test('nothing is written for no rows, and what one row breaks takes all of them back', async () => {
  await db.transaction((tx) => insertRows(tx, rowsFor(outdatedPages, [])));
  const nobody = '019a0000-0000-7000-8000-000000000000';
  const broken = db.transaction((tx) =>
    insertRows(
      tx,
      rowsFor(outdatedPages, [{ outdated: ['/p/lost'], ready: [] }]),
      rowsFor(orderHistory, [{ orderId: nobody, event: 'order.placed', actor: 'customer' }]),
    ),
  );
  await expect(broken).rejects.toThrow();
  expect(await db.select().from(orders).where(eq(orders.id, nobody))).toEqual([]);
  expect((await db.select().from(outdatedPages)).flatMap(({ outdated }) => outdated)).not.toContain(
    '/p/lost',
  );
});
