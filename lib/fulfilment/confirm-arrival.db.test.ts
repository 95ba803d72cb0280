import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { SHIPMENT_STATUSES } from '@/lib/fulfilment/model';
import { findActor } from '@/lib/identity';
import { newId, parsePublicId } from '@/lib/kernel/ids';
import { signedInPerson } from '@/tests/support/people';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { confirmArrivalByBuyer, confirmArrivalByStaff, listParcelsOfOrder, shipParcel } from '.';

const shop = await shopWithBooks();
const { db, ownerDb } = shop;
const now = new Date();

/** An order that has left in one parcel, which its carrier is followed for and never scans. */
async function silentParcel() {
  const order = await soldOrder(shop, [1]);
  await shipParcel(db, { ...order.act, carrier: '', trackingNumber: '', lines: order.lines });
  const [parcel] = await listParcelsOfOrder(db, order.orderId);
  const shipmentId = parsePublicId('shp', parcel!.shipmentId)!;
  await ownerDb.execute(sql`update shipments set followed = true where id = ${shipmentId}`);
  return { ...order, shipmentId };
}

async function staff() {
  const { sessionId } = await signedInPerson(ownerDb, { staffRole: 'support' });
  const actor = await findActor(db, sessionId, now);
  if (!actor) throw new Error('Nobody is signed in');
  return { actor, reason: 'The buyer wrote that it came', now };
}

async function releasesOf({ act }: { readonly act: { readonly sellerOrderId: string } }) {
  await drain(db, works);
  return db.execute<{ status: string; release: string | null }>(sql`
    select part.status, due.release_at as release from seller_orders part
    left join releases due on due.seller_order_id = part.id where part.id = ${act.sellerOrderId}`);
}

describe('a parcel that is never scanned at the door', () => {
  it('has arrived when its buyer says so, and its money is released from then on', async () => {
    const parcel = await silentParcel();
    expect(await confirmArrivalByBuyer(db, { ...parcel, now })).toMatchObject({ ok: true });
    expect(await releasesOf(parcel)).toMatchObject([{ status: 'delivered', release: expect.any(String) }]);
  });

  it('has arrived when an operator says so, with the reason on record', async () => {
    const parcel = await silentParcel();
    const act = await staff();
    expect(await confirmArrivalByStaff(db, { ...parcel, ...act })).toMatchObject({ ok: true });
    expect(await releasesOf(parcel)).toMatchObject([{ status: 'delivered', release: expect.any(String) }]);
    const audit = await db.execute(
      sql`select action, reason, actor from audit_log where subject_id = ${parcel.orderId}`,
    );
    expect(audit).toEqual([
      { action: 'parcel.arrived', reason: act.reason, actor: `user:${act.actor.userId}` },
    ]);
  });

  it('arrives once, however often it is clicked and by whom', async () => {
    const parcel = await silentParcel();
    const act = await staff();
    const answers = await Promise.all([
      confirmArrivalByBuyer(db, { ...parcel, now }),
      confirmArrivalByBuyer(db, { ...parcel, now }),
      confirmArrivalByStaff(db, { ...parcel, ...act }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.error === 'illegal_transition')).toHaveLength(2);
    await drain(db, works);
  });

  it('is nobody else’s to confirm', async () => {
    const parcel = await silentParcel();
    const other = { ...parcel, orderId: newId(), now };
    expect(await confirmArrivalByBuyer(db, other)).toMatchObject({ error: 'not_found' });
    const unknown = { ...(await staff()), shipmentId: newId() };
    expect(await confirmArrivalByStaff(db, unknown)).toMatchObject({ error: 'not_found' });
  });

  it.each(SHIPMENT_STATUSES.map((status) => [status]))(
    'can, or cannot, be confirmed while it is %s',
    async (status) => {
      const parcel = await silentParcel();
      await ownerDb.execute(sql`update shipments set status = ${status} where id = ${parcel.shipmentId}`);
      const answer = await confirmArrivalByBuyer(db, { ...parcel, now });
      expect(answer.ok).toBe(status !== 'delivered' && status !== 'returned_to_sender');
    },
  );
});
