import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { returnLabels } from '@/db/schema/returns';
import { confirmArrivalByBuyer, listParcelsOfOrder, recordReport, shipParcel } from '@/lib/fulfilment';
import { newId, parsePublicId } from '@/lib/kernel/ids';
import { getSellerBalances } from '@/lib/ledger';
import { releaseDue } from '@/lib/payouts';
import type { CarrierPort, Scan, ScanKind } from '@/lib/platform/carriers';
import { folderStorage } from '@/lib/platform/storage/folder';
import { saveBusiness } from '@/lib/sellers';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { sentMails } from '@/tests/support/sent-mail';
import { signedInPerson } from '@/tests/support/people';
import { arrivedOrder, soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { actAsSeller, buyReturnLabel, getReturn, readReturnLabel, requestReturn } from '.';

const shop = await shopWithBooks();
const { db } = shop;
const folder = await mkdtemp(path.join(tmpdir(), 'souk-labels-'));
afterAll(() => rm(folder, { recursive: true }));
const storage = folderStorage(folder);
const now = new Date();
const globals = globalThis as typeof globalThis & {
  soukCarriers?: CarrierPort | null;
  soukPrivateStorage?: typeof storage;
};
globals.soukPrivateStorage = storage;

/** Sells labels at 4.90 EUR, each once; answers lost as often as told. */
function sellsLabels(price: number | null = 490, lostAnswers = 0) {
  const sold = new Set<string>();
  const prepared: Parameters<CarrierPort['prepareLabel']>[0][] = [];
  let lost = lostAnswers;
  const nothing = (trackingNumber: string) => ({ trackerId: 'trk_1', trackingNumber, scans: [] });
  globals.soukCarriers = {
    follow: async ({ trackingNumber }) => nothing(trackingNumber),
    ask: async (trackerId) => nothing(trackerId),
    prepareLabel: async (parcel) => `shp_${prepared.push(parcel)}_${newId()}`,
    buyLabel: async (labelId, currency) => {
      if (price === null) return null;
      sold.add(labelId);
      lost -= 1;
      if (lost >= 0) throw new Error('The answer was lost');
      const trackingNumber = `SBX${labelId.replaceAll(/\D/g, '')}`;
      return {
        carrier: 'Sandbox',
        trackingNumber,
        price: { amountMinor: price, currency },
        pdf: Buffer.from('%PDF-'),
      };
    },
  };
  return { sold, prepared };
}

async function acceptedReturn({ sellerPaysShipping = true, knownAddress = true } = {}) {
  const order = await arrivedOrder(shop, [1]);
  const { sellerOrderId, sellerId, userId } = order.act;
  if (knownAddress) {
    const address = {
      line1: 'Hof 1',
      line2: '',
      postalCode: '10115',
      city: 'Berlin',
      region: '',
      country: 'DE',
    };
    await saveBusiness(db, sellerId, { legalName: 'Hof GmbH', vatId: '', ...address });
  }
  const { orderId, lines } = order;
  const reason = sellerPaysShipping ? 'damaged' : 'changed_mind';
  const asked = await requestReturn(db, { orderId, sellerOrderId, lines, reason, note: '', now });
  if (!asked.ok) throw new Error(`The return was refused: ${asked.error}`);
  const { returnId } = asked.value;
  await actAsSeller(db, { returnId, sellerId, userId, version: 1, words: '', now, event: 'accept' });
  return { returnId, order };
}

const boughtLabel = async () => {
  const wanted = await acceptedReturn();
  await drain(db, works);
  return wanted;
};

async function scanned(returnId: string, ...kinds: ScanKind[]) {
  const { parcel } = (await getReturn(db, returnId))!;
  const scans = kinds.map((kind, hours): Scan => {
    const at = new Date(now.getTime() + hours * 1000);
    return { key: kind, kind, message: kind, place: '', at };
  });
  const { trackingNumber } = parcel!;
  await recordReport(db, { trackerId: 'trk_1', trackingNumber, scans }, new Date(now.getTime() + 3_600_000));
  await drain(db, works);
  return (await getReturn(db, returnId))!;
}

const pending = async ({ act }: SoldOrder) => (await getSellerBalances(db, act.sellerId))[0]!.pendingMinor;

describe('the label of a return that its seller pays for', () => {
  it('is bought when it is accepted, from the buyer to the seller, and read by its buyer alone', async () => {
    const carrier = sellsLabels();
    const { returnId, order } = await boughtLabel();
    expect(carrier.prepared).toMatchObject([{ to: { name: 'Hof GmbH', line1: 'Hof 1' } }]);
    expect(await getReturn(db, returnId)).toMatchObject({
      label: { price: { amountMinor: 490, currency: 'EUR' } },
      parcel: { carrier: 'Sandbox', status: 'announced', followed: true },
    });
    const read = (orderId: string) => readReturnLabel(db, storage, { returnId, orderId });
    expect((await read(order.orderId))?.toString()).toBe('%PDF-');
    expect(await read(newId())).toBeNull();
  });

  it('is bought once, however often it is asked and whatever answers are lost', async () => {
    const carrier = sellsLabels(490, 1);
    const { returnId } = await acceptedReturn();
    await expect(buyReturnLabel(db, storage, returnId, now)).rejects.toThrow('lost');
    await Promise.all([1, 2, 3].map(() => buyReturnLabel(db, storage, returnId, now)));
    expect(carrier.sold.size).toBe(1);
    const files = [];
    for await (const key of storage.list('return-label')) files.push(key);
    const kept = await db.select().from(returnLabels);
    expect(files.toSorted()).toEqual(kept.flatMap(({ key }) => key ?? []).toSorted());
  });

  it.each([
    ['the buyer pays for sending it', { sellerPaysShipping: false }, 490],
    ['nobody knows the seller’s address', { knownAddress: false }, 490],
    ['no carrier offers one in this currency', {}, null],
  ])('is not there when %s', async (_why, how, price) => {
    sellsLabels(price);
    const { returnId } = await acceptedReturn(how);
    await drain(db, works);
    expect(await getReturn(db, returnId)).toMatchObject({ status: 'accepted', label: null, parcel: null });
  });

  it('costs its seller nothing before it is used, and its price once from the first scan on', async () => {
    sellsLabels();
    const { returnId, order } = await boughtLabel();
    const before = await pending(order);
    expect((await scanned(returnId, 'announced')).status).toBe('accepted');
    expect(await pending(order)).toBe(before);
    expect((await scanned(returnId, 'announced', 'in_transit')).status).toBe('sent');
    await scanned(returnId, 'announced', 'in_transit', 'out_for_delivery');
    expect(await pending(order)).toBe(before - 490);
  });

  it('is paid from what was released, too', async () => {
    sellsLabels();
    const { returnId, order } = await boughtLabel();
    const later = new Date(now.getTime() + 90 * 24 * 3_600_000);
    await releaseDue(db, later);
    const released = (await getSellerBalances(db, order.act.sellerId))[0]!;
    await scanned(returnId, 'in_transit');
    await releaseDue(db, later);
    const [balance] = await getSellerBalances(db, order.act.sellerId);
    expect(balance).toEqual({ ...released, availableMinor: released.availableMinor - 490 });
  });
});

describe('the parcel of a return', () => {
  it('has its seller receive it when it arrives, and delivers nothing to the buyer', async () => {
    sellsLabels();
    const { returnId, order } = await boughtLabel();
    const item = await scanned(returnId, 'in_transit', 'delivered');
    expect(item).toMatchObject({ status: 'received', parcel: { status: 'delivered' } });
    expect(item.history.map(({ event, by }) => `${by} ${event}`)).toEqual([
      'buyer request',
      'seller accept',
      'market send',
      'market receive',
    ]);
    expect(await listParcelsOfOrder(db, order.orderId)).toHaveLength(1);
    const paces = await db.execute(
      sql`select count from seller_paces where seller_id = ${order.act.sellerId} and measure = 'standard'`,
    );
    expect([...paces]).toEqual([]);
  });

  it('that the carrier loses is told to both sides, once', async () => {
    sellsLabels();
    const { returnId, order } = await boughtLabel();
    const packer = await signedInPerson(shop.ownerDb, { sellerRole: 'orders', sellerId: order.act.sellerId });
    await signedInPerson(shop.ownerDb, { sellerRole: 'finance', sellerId: order.act.sellerId });
    await scanned(returnId, 'in_transit', 'lost', 'lost');
    const about = `return:${returnId}:parcel-lost`;
    const keys = sentMails
      .map(({ idempotencyKey }) => idempotencyKey)
      .filter((key) => key?.startsWith(about));
    expect(keys.toSorted()).toEqual([about, `${about}:${packer.userId}`]);
  });

  it('changes nothing that buyer or seller said before', async () => {
    sellsLabels();
    const { returnId, order } = await boughtLabel();
    const { sellerId, userId } = order.act;
    const { version } = (await getReturn(db, returnId))!;
    await actAsSeller(db, { returnId, sellerId, userId, version, words: '', now, event: 'receive' });
    expect((await scanned(returnId, 'in_transit', 'delivered')).status).toBe('received');
  });

  it('is not the buyer’s to have received, and its number is no seller’s to send with', async () => {
    sellsLabels();
    const { returnId, order } = await boughtLabel();
    const { parcel } = (await getReturn(db, returnId))!;
    const other = await soldOrder(shop, [1]);
    const shipmentId = parsePublicId('shp', parcel!.shipmentId)!;
    expect(await confirmArrivalByBuyer(db, { orderId: order.orderId, shipmentId, now })).toMatchObject({
      error: 'not_found',
    });
    const { trackingNumber } = parcel!;
    expect(
      await shipParcel(db, { ...other.act, carrier: 'Sandbox', trackingNumber, lines: other.lines }),
    ).toMatchObject({ error: 'tracking_number_taken' });
  });
});
