import { sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { newId, publicId } from '@/lib/kernel/ids';
import { offerForSale, siblingOffer } from '@/tests/support/goods';
import { signedInPerson, type Person } from '@/tests/support/people';
import { sentMails } from '@/tests/support/sent-mail';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import {
  askSeller,
  countUnreadConversations,
  countWaitingConversations,
  getConversation,
  listConversations,
  writeMessage,
  type Party,
} from '.';
import { shortName } from './short-name';

vi.mock('@/lib/platform/mail', () => import('@/tests/support/sent-mail'));

const shop = await shopWithBooks();
const { db, ownerDb } = shop;

const ALL = [{ queue: 'all', orderNumber: null } as const, { limit: 9, after: null }] as const;

type Asked = { readonly offerId: string; readonly body?: string; readonly messageId?: string };

function ask({ customerId, userId }: Person, { offerId, body = 'Is it blue?', messageId = newId() }: Asked) {
  return askSeller(db, { customerId, userId, offerId, locale: 'en', messageId, body, now: new Date() });
}

async function asked(person: Person, offerId: string): Promise<string> {
  const answer = await ask(person, { offerId });
  if (!answer.ok) throw new Error(`The question was refused: ${answer.error}`);
  return answer.value.conversationId;
}

const write = (conversationId: string, party: Party, body: string) =>
  writeMessage(db, { conversationId, party, messageId: newId(), body, now: new Date() });

const asker = ({ customerId }: Person): Party => ({ by: 'buyer', customerId });

describe('a question before buying', () => {
  it('waits for its seller, who answers it; and goes on where it was, whichever variant is asked about', async () => {
    const { sellerId, offerId } = await offerForSale(ownerDb);
    const person = await signedInPerson(ownerDb);
    const conversationId = await asked(person, offerId);
    expect(await countWaitingConversations(db, sellerId)).toBe(1);
    expect(await write(conversationId, { by: 'seller', sellerId }, 'It is.')).toMatchObject({ ok: true });
    expect(await countUnreadConversations(db, person.customerId)).toBe(1);

    const sibling = await siblingOffer(ownerDb, offerId, { label: 'L' });
    expect(await asked(person, sibling)).toBe(conversationId);
    expect(await write(conversationId, asker(person), 'Thank you')).toMatchObject({ ok: true });
    expect(await getConversation(db, conversationId, asker(person))).toMatchObject({
      about: { kind: 'product', title: 'A thing' },
      messages: [{ by: 'buyer' }, { by: 'seller' }, { by: 'buyer' }, { body: 'Thank you' }],
    });
  });

  it('is one, however often it is sent at once', async () => {
    const { offerId } = await offerForSale(ownerDb);
    const person = await signedInPerson(ownerDb);
    const messageId = newId();
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(person, { offerId, messageId })));
    const ids = new Set(answers.map((answer) => answer.ok && answer.value.conversationId));
    expect(ids.size).toBe(1);
    const [conversationId] = [...ids];
    const shown = await getConversation(db, String(conversationId), asker(person));
    expect(shown!.messages).toHaveLength(1);
  });

  it('is found by nobody else, and written to by nobody else', async () => {
    const { sellerId, offerId } = await offerForSale(ownerDb);
    const other = await offerForSale(ownerDb);
    const [person, stranger] = [await signedInPerson(ownerDb), await signedInPerson(ownerDb)];
    const conversationId = await asked(person, offerId);
    const order = await soldOrder(shop, [1], { sellerId });
    const strangers: Party[] = [
      asker(stranger),
      { by: 'seller', sellerId: other.sellerId },
      { by: 'buyer', orderId: order.orderId },
    ];
    for (const party of strangers) {
      expect(await getConversation(db, conversationId, party)).toBeNull();
      expect(await write(conversationId, party, 'Mine now')).toMatchObject({ error: 'not_found' });
    }
    // Who has bought opens an order by its own door, not by having an account.
    expect(await write(order.act.sellerOrderId, asker(order.buyer), 'Hello?')).toMatchObject({
      error: 'not_found',
    });
  });

  it('is refused about what is not for sale, and by the shop itself', async () => {
    const { sellerId, offerId } = await offerForSale(ownerDb, { onHand: 0 });
    const person = await signedInPerson(ownerDb);
    const member = await signedInPerson(ownerDb, { sellerRole: 'orders', sellerId });
    expect(await ask(member, { offerId })).toMatchObject({ ok: false, error: 'own_shop' });
    expect(await ask(person, { offerId: newId() })).toMatchObject({ ok: false, error: 'not_found' });
    expect(await ask(person, { offerId })).toMatchObject({ ok: true });
    await ownerDb.execute(sql`update sellers set status = 'suspended' where id = ${sellerId}`);
    expect(await ask(person, { offerId })).toMatchObject({ ok: false, error: 'not_found' });
  });

  it('shows its seller neither the address nor the whole name of who asks', async () => {
    const { sellerId, offerId } = await offerForSale(ownerDb);
    const person = await signedInPerson(ownerDb);
    await ownerDb.execute(sql`update customers set name = 'Anna Bell' where id = ${person.customerId}`);
    await asked(person, offerId);
    const inbox = await listConversations(db, { by: 'seller', sellerId }, ...ALL);
    expect(inbox.items).toMatchObject([{ other: 'Anna B.', about: { kind: 'product', title: 'A thing' } }]);
    expect(JSON.stringify(inbox)).not.toContain(person.email);
  });

  it('is told to both sides by mail, each on a page of its own', async () => {
    const { sellerId, offerId } = await offerForSale(ownerDb);
    const person = await signedInPerson(ownerDb);
    const owner = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
    const conversationId = await asked(person, offerId);
    await write(conversationId, { by: 'seller', sellerId }, 'It is.');
    await drain(db, works);
    await ownerDb.execute(sql`update jobs set run_at = now() where name = 'tell-of-messages'`);
    await drain(db, works);
    const to = (email: string) => sentMails.filter((mail) => mail.to === email);
    const page = publicId('cnv', conversationId);
    expect(to(owner.email)).toMatchObject([{ subject: 'A message about “A thing”' }]);
    expect(to(owner.email)[0]!.text).toContain(`/seller/messages/${page}`);
    expect(to(person.email)).toMatchObject([{ subject: 'Some shop has written about “A thing”' }]);
    expect(to(person.email)[0]!.text).toContain(`/account/messages/${page}`);
  });
});

it('who has an account finds all they have asked and bought in one place', async () => {
  const order = await soldOrder(shop);
  const { offerId } = await offerForSale(ownerDb);
  await asked(order.buyer, offerId);
  await write(order.act.sellerOrderId, { by: 'buyer', orderId: order.orderId }, 'Hello?');
  await soldOrder(shop);
  const inbox = await listConversations(db, { by: 'buyer', customerId: order.buyer.customerId }, ...ALL);
  expect(inbox.items).toMatchObject([
    { about: { kind: 'order', number: order.number }, other: 'Some shop' },
    { about: { kind: 'product' }, last: { body: 'Is it blue?' } },
  ]);
});

it.each([
  ['Anna Bell', 'Anna B.'],
  ['Anna', 'Anna'],
  ['  Anna  Maria Óss ', 'Anna Ó.'],
  ['', ''],
])('%j is called %j', (name, called) => {
  expect(shortName(name)).toBe(called);
});
