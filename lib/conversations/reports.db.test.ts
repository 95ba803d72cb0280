import { describe, expect, it, vi } from 'vitest';
import { listAudit } from '@/lib/audit';
import { newId, publicId } from '@/lib/kernel/ids';
import { signedInPerson } from '@/tests/support/people';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import {
  closeReports,
  getReportedConversation,
  listOpenReports,
  readReportedConversation,
  reportConversation,
  writeMessage,
  type Party,
} from '.';

vi.mock('@/lib/platform/mail', () => import('@/tests/support/sent-mail'));

const shop = await shopWithBooks();
const { db, ownerDb } = shop;
const { userId } = await signedInPerson(ownerDb, { staffRole: 'support' });

const buyer = ({ orderId }: SoldOrder): Party => ({ by: 'buyer', orderId });
const seller = ({ act }: SoldOrder): Party => ({ by: 'seller', sellerId: act.sellerId });

async function conversation(): Promise<SoldOrder & { readonly conversationId: string }> {
  const order = await soldOrder(shop);
  const conversationId = order.act.sellerOrderId;
  const message = { conversationId, party: buyer(order), messageId: newId(), now: new Date() };
  await writeMessage(db, { ...message, body: 'Pay me outside of here' });
  return { ...order, conversationId };
}

const report = (conversationId: string, party: Party, reason = 'It asks for money elsewhere') =>
  reportConversation(db, { conversationId, party, reason, now: new Date() });

const read = (conversationId: string) =>
  readReportedConversation(db, { conversationId, userId, reason: 'The seller has asked us to' });

const acts = async (conversationId: string) =>
  (await listAudit(db, { type: 'conversation', id: conversationId })).map(({ action, actor, reason }) => ({
    ...{ action, actor, reason },
  }));

describe('a conversation', () => {
  it('is read by no staff unless one of its two sides has reported it, and nothing is written down', async () => {
    const { conversationId } = await conversation();
    expect(await read(conversationId)).toMatchObject({ ok: false, error: 'not_found' });
    expect(await getReportedConversation(db, conversationId)).toBeNull();
    expect(await acts(conversationId)).toEqual([]);
  });

  it('is reported by nobody else, and not before somebody has written', async () => {
    const [mine, other] = [await conversation(), await soldOrder(shop)];
    for (const party of [buyer(other), seller(other)]) {
      expect(await report(mine.conversationId, party)).toMatchObject({ ok: false, error: 'not_found' });
    }
    expect(await report(other.act.sellerOrderId, buyer(other))).toMatchObject({ error: 'not_found' });
    expect(await getReportedConversation(db, mine.conversationId)).toBeNull();
  });

  it('that was reported is read by staff, each time with who and why', async () => {
    const order = await conversation();
    const { conversationId } = order;
    expect(await report(conversationId, seller(order))).toMatchObject({ ok: true });
    expect(await read(conversationId)).toMatchObject({
      ok: true,
      value: [{ by: 'buyer', body: 'Pay me outside of here' }],
    });
    await read(conversationId);
    const act = {
      action: 'conversation.read',
      actor: `user:${userId}`,
      reason: 'The seller has asked us to',
    };
    expect(await acts(conversationId)).toEqual([act, act]);
  });

  it('is named to staff with the reasons of both sides, and without a word of it', async () => {
    const order = await conversation();
    const { conversationId } = order;
    await report(conversationId, seller(order));
    await report(conversationId, seller(order), 'Once more');
    await report(conversationId, buyer(order), 'They do not answer');
    const shown = await getReportedConversation(db, conversationId);
    expect(shown).toMatchObject({
      about: { number: order.number },
      reports: [
        { by: 'seller', reason: 'It asks for money elsewhere', closedAt: null },
        { by: 'buyer', reason: 'They do not answer', closedAt: null },
      ],
    });
    expect(JSON.stringify(shown)).not.toContain('outside');
  });

  it('waits for staff until they have seen to it, and is closed to them then; another report opens it again', async () => {
    const order = await conversation();
    const { conversationId } = order;
    await report(conversationId, buyer(order));
    const isOpen = async () =>
      (await listOpenReports(db)).some((each) => each.conversationId === publicId('cnv', conversationId));
    expect(await isOpen()).toBe(true);
    const act = { conversationId, userId, reason: 'We have warned the seller', now: new Date() };
    expect(await closeReports(db, act)).toMatchObject({ ok: true });
    expect(await closeReports(db, act)).toMatchObject({ ok: false, error: 'not_found' });
    expect(await isOpen()).toBe(false);
    expect(await read(conversationId)).toMatchObject({ ok: false, error: 'not_found' });
    expect(await acts(conversationId)).toMatchObject([{ action: 'conversation.seen_to' }]);
    await report(conversationId, buyer(order), 'It goes on');
    expect(await read(conversationId)).toMatchObject({ ok: true });
  });
});
