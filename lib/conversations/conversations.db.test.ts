import { sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { newId, publicId } from '@/lib/kernel/ids';
import { guestOrderToken } from '@/lib/orders';
import { placedOrder } from '@/tests/support/orders';
import { offerForSale } from '@/tests/support/goods';
import { signedInPerson } from '@/tests/support/people';
import { sentMails } from '@/tests/support/sent-mail';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import {
  countWaitingConversations,
  getConversation,
  listConversations,
  listUnread,
  listUnreadOfOrder,
  markRead,
  settleConversation,
  writeMessage,
  type Party,
} from '.';
import { LONGEST_MESSAGE, type ConversationSummary } from './model';

vi.mock('@/lib/platform/mail', () => import('@/tests/support/sent-mail'));

const shop = await shopWithBooks();
const { db, ownerDb } = shop;

const buyer = ({ orderId }: SoldOrder): Party => ({ by: 'buyer', orderId });
const seller = ({ act }: SoldOrder): Party => ({ by: 'seller', sellerId: act.sellerId });

type Said = { readonly messageId?: string; readonly now?: Date };

function say(
  order: SoldOrder,
  party: Party,
  body: string,
  { messageId = newId(), now = new Date() }: Said = {},
) {
  return writeMessage(db, { conversationId: order.act.sellerOrderId, party, messageId, body, now });
}

const read = (order: SoldOrder) => getConversation(db, order.act.sellerOrderId, seller(order));

async function bodies(order: SoldOrder): Promise<string[]> {
  return (await read(order))!.messages.map(({ body }) => body);
}

const numberOf = ({ about }: ConversationSummary) => (about.kind === 'order' ? about.number : '');

const events = () =>
  db.execute<{ count: number }>(
    sql`select count(*)::int as count from outbox_events where name = 'message.written'`,
  );

describe('a message', () => {
  it('is seen by both sides, in the order it was written, and an answer ends the waiting', async () => {
    const order = await soldOrder(shop);
    expect(await read(order)).toMatchObject({ messages: [], isWaiting: false, earlier: null });
    expect(await say(order, buyer(order), 'Is it blue?')).toEqual({ ok: true, value: undefined });
    await say(order, buyer(order), 'Or green?');
    expect(await read(order)).toMatchObject({
      isWaiting: true,
      about: { kind: 'order', number: order.number },
    });
    await say(order, seller(order), 'It is green.');
    const mine = await getConversation(db, order.act.sellerOrderId, buyer(order));
    expect(mine).toMatchObject({
      isWaiting: false,
      messages: [
        { position: 1, by: 'buyer', body: 'Is it blue?' },
        { position: 2, by: 'buyer', body: 'Or green?' },
        { position: 3, by: 'seller', body: 'It is green.' },
      ],
    });
    expect(await read(order)).toEqual(mine);
  });

  it('of somebody else is not found, and nothing is written or told', async () => {
    const [order, other] = [await soldOrder(shop), await soldOrder(shop)];
    await say(order, buyer(order), 'Mine');
    const [before] = await events();
    for (const party of [buyer(other), seller(other)]) {
      expect(await say(order, party, 'Not mine')).toMatchObject({ ok: false, error: 'not_found' });
      expect(await getConversation(db, order.act.sellerOrderId, party)).toBeNull();
      await markRead(db, order.act.sellerOrderId, party);
    }
    const { sellerId } = other.act;
    const settled = await settleConversation(db, { conversationId: order.act.sellerOrderId, sellerId });
    expect(settled).toMatchObject({ ok: false, error: 'not_found' });
    expect(await bodies(order)).toEqual(['Mine']);
    expect(await listUnread(db, order.act.sellerOrderId, 'seller')).toHaveLength(1);
    expect(await events()).toEqual([before]);
    expect((await read(other))!.messages).toEqual([]);
  });

  it('cannot be written about what has not been paid', async () => {
    const { offerId, sellerId } = await offerForSale(ownerDb);
    const { orderId } = await placedOrder(db, await signedInPerson(ownerDb), [{ offerId }]);
    const [part] = await db.execute<{ id: string }>(
      sql`select id from seller_orders where order_id = ${orderId}`,
    );
    for (const party of [{ by: 'buyer', orderId } as const, { by: 'seller', sellerId } as const]) {
      const message = {
        conversationId: part!.id,
        party,
        messageId: newId(),
        body: 'Hello?',
        now: new Date(),
      };
      expect(await writeMessage(db, message)).toMatchObject({ ok: false, error: 'not_found' });
    }
  });

  it('that is sent twice is there once, also both times at once', async () => {
    const order = await soldOrder(shop);
    const messageId = newId();
    const sent = await Promise.all([1, 2, 3].map(() => say(order, buyer(order), 'Once', { messageId })));
    expect(sent.every(({ ok }) => ok)).toBe(true);
    expect(await bodies(order)).toEqual(['Once']);
    expect(await listUnread(db, order.act.sellerOrderId, 'seller')).toHaveLength(1);
  });

  it('has a place of its own when many are written at once, the first ones too, and an event each', async () => {
    const order = await soldOrder(shop);
    const [before] = await events();
    const said = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        say(order, index % 2 === 0 ? buyer(order) : seller(order), `Message ${index}`),
      ),
    );
    expect(said.every(({ ok }) => ok)).toBe(true);
    const shown = (await read(order))!.messages;
    expect(shown.map(({ position }) => position)).toEqual(shown.map((_, index) => index + 1));
    expect(new Set(shown.map(({ body }) => body)).size).toBe(12);
    expect((await events())[0]!.count - before!.count).toBe(12);
  });

  it('is neither empty nor endless, whoever writes it into the database', async () => {
    const order = await soldOrder(shop);
    for (const body of ['', 'x'.repeat(LONGEST_MESSAGE + 1)]) {
      await expect(say(order, buyer(order), body)).rejects.toThrow();
    }
    expect(await bodies(order)).toEqual([]);
    await say(order, buyer(order), 'x'.repeat(LONGEST_MESSAGE));
  });

  it('of long ago is found by going back from the newest', async () => {
    const order = await soldOrder(shop);
    for (let said = 1; said <= 101; said++) await say(order, buyer(order), `${said}`);
    const newest = await read(order);
    expect(newest).toMatchObject({ earlier: 2 });
    expect(newest!.messages).toHaveLength(100);
    const party = seller(order);
    const before = await getConversation(db, order.act.sellerOrderId, party, { before: newest!.earlier });
    expect(before).toMatchObject({ messages: [{ body: '1' }], earlier: null });
  });
});

describe('what was not read', () => {
  it('is counted for each side until that side reads', async () => {
    const order = await soldOrder(shop);
    const { sellerOrderId } = order.act;
    await say(order, buyer(order), 'One');
    await say(order, buyer(order), 'Two');
    await say(order, seller(order), 'Three');
    const unread = async (by: 'buyer' | 'seller') =>
      (await listUnreadOfOrder(db, order.orderId, by)).get(publicId('slo', sellerOrderId));
    expect([await unread('buyer'), await unread('seller')]).toEqual([1, 2]);
    await markRead(db, sellerOrderId, buyer(order));
    expect([await unread('buyer'), await unread('seller')]).toEqual([0, 2]);
    await markRead(db, sellerOrderId, seller(order));
    expect(await unread('seller')).toBe(0);
  });

  /** A minute later. */
  async function mailsAfterAWhile() {
    await drain(db, works);
    await ownerDb.execute(sql`update jobs set run_at = now() where name = 'tell-of-messages'`);
    await drain(db, works);
    return sentMails.splice(0);
  }

  it('is mailed to who looks after orders at the shop once, with all of it, until they read', async () => {
    const order = await soldOrder(shop);
    const { sellerId, sellerOrderId } = order.act;
    const member = await signedInPerson(ownerDb, { sellerRole: 'orders', sellerId });
    await signedInPerson(ownerDb, { sellerRole: 'catalogue', sellerId });
    await mailsAfterAWhile();
    await say(order, buyer(order), 'One');
    await say(order, buyer(order), 'Two');
    const [mail, ...others] = await mailsAfterAWhile();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: member.email, subject: `A message about order ${order.number}` });
    expect(mail!.text).toContain('One\n\nTwo');
    expect(mail!.text).toContain(`/seller/messages/${publicId('cnv', sellerOrderId)}`);
    expect(JSON.stringify(mail)).not.toContain(order.buyer.email);

    await say(order, buyer(order), 'Three');
    expect(await mailsAfterAWhile()).toEqual([]);
    await markRead(db, sellerOrderId, seller(order));
    await say(order, buyer(order), 'Four');
    expect(await mailsAfterAWhile()).toMatchObject([{ to: member.email }]);
  });

  it('is mailed to the buyer, whom a link of a guest opens it for', async () => {
    const order = await soldOrder(shop);
    await ownerDb.execute(sql`update orders set guest_token_hash = 'any' where id = ${order.orderId}`);
    await mailsAfterAWhile();
    await say(order, seller(order), 'It left today.');
    const [mail] = await mailsAfterAWhile();
    expect(mail).toMatchObject({ to: order.buyer.email });
    expect(mail!.text).toContain('It left today.');
    expect(mail!.text).toContain(`?key=${guestOrderToken(order.orderId)}`);
  });

  it('is not mailed to who has read it meanwhile', async () => {
    const order = await soldOrder(shop);
    await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId: order.act.sellerId });
    await mailsAfterAWhile();
    await say(order, buyer(order), 'One');
    await markRead(db, order.act.sellerOrderId, seller(order));
    expect(await mailsAfterAWhile()).toEqual([]);
  });
});

describe("a seller's inbox", () => {
  it('holds what waits, the longest first, and everything, the latest first, in pages that follow one another', async () => {
    const first = await soldOrder(shop);
    const { sellerId } = first.act;
    const inbox = { by: 'seller', sellerId } as const;
    const orders = [first];
    for (const _ of [1, 2, 3]) orders.push(await soldOrder(shop, [1], { sellerId }));
    const at = (minute: number) => ({ now: new Date(Date.UTC(2026, 0, 1, 12, minute)) });
    await say(orders[1]!, buyer(orders[1]!), 'First', at(1));
    await say(orders[0]!, buyer(orders[0]!), 'Second', at(2));
    await say(orders[2]!, buyer(orders[2]!), 'Third', at(3));
    await say(orders[1]!, buyer(orders[1]!), 'Again', at(4));
    await say(orders[3]!, seller(orders[3]!), 'From us', at(5));
    const foreign = await soldOrder(shop);
    await say(foreign, buyer(foreign), 'Elsewhere', at(0));

    const walk = async (queue: 'waiting' | 'all') => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await listConversations(db, inbox, { queue, orderNumber: null }, { limit: 1, after });
        seen.push(...page.items.map(numberOf));
        after = page.next;
      } while (after !== null);
      return seen.map((number) => orders.findIndex((order) => order.number === number));
    };
    expect(await walk('waiting')).toEqual([1, 0, 2]);
    expect(await walk('all')).toEqual([3, 1, 2, 0]);
    expect(await countWaitingConversations(db, sellerId)).toBe(3);

    const page = await listConversations(
      db,
      inbox,
      { queue: 'waiting', orderNumber: null },
      { limit: 1, after: null },
    );
    expect(page.items).toMatchObject([{ last: { body: 'Again' }, unread: 2 }]);
    await say(orders[1]!, seller(orders[1]!), 'Answered', at(6));
    const next = await listConversations(
      db,
      inbox,
      { queue: 'waiting', orderNumber: null },
      { limit: 9, after: page.next },
    );
    expect(next.items.map(numberOf)).toEqual([orders[0]!.number, orders[2]!.number]);
  });

  it('finds the messages of an order by its number, of the shop alone', async () => {
    const [order, other] = [await soldOrder(shop), await soldOrder(shop)];
    await say(order, seller(order), 'Hello');
    const find = async (sellerId: string) =>
      (
        await listConversations(
          db,
          { by: 'seller', sellerId },
          { queue: 'all', orderNumber: order.number },
          { limit: 9, after: null },
        )
      ).items;
    expect(await find(order.act.sellerId)).toMatchObject([{ about: { number: order.number } }]);
    expect(await find(other.act.sellerId)).toEqual([]);
  });

  it('lets go of what needs no answer, until the buyer writes again', async () => {
    const order = await soldOrder(shop);
    const { sellerId, sellerOrderId: conversationId } = order.act;
    await say(order, buyer(order), 'Thank you!');
    expect(await settleConversation(db, { conversationId, sellerId })).toMatchObject({ ok: true });
    expect(await countWaitingConversations(db, sellerId)).toBe(0);
    await say(order, buyer(order), 'By the way…');
    expect(await countWaitingConversations(db, sellerId)).toBe(1);
  });
});
