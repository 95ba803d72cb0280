import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { giftCards } from '@/db/schema/gift-cards';
import { getCredit } from '@/lib/credit';
import { newId } from '@/lib/kernel/ids';
import { runChecks } from '@/lib/proof';
import { creditChecks } from '@/lib/proof/credit-checks';
import { giftCardChecks } from '@/lib/proof/gift-card-checks';
import { ledgerChecks } from '@/lib/proof/ledger-checks';
import { testDatabase } from '@/tests/support/database';
import { signedInPerson, type Person } from '@/tests/support/people';
import { sentMails } from '@/tests/support/sent-mail';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { cancelGiftCard, expireGiftCards, issueGiftCard, listGiftCards, redeemGiftCard } from '.';
import { giftCardCode } from './code';

const { db, ownerDb } = await testDatabase();
const now = new Date();
const YEAR_MS = 366 * 24 * 3600 * 1000;

let buyer: Person;
beforeEach(async () => {
  buyer = await signedInPerson(ownerDb);
});

async function issued(amountMinor = 2_500, giftCardId = newId()) {
  const recipientEmail = `${giftCardId}@people.example`;
  await issueGiftCard(
    db,
    {
      ...{ giftCardId, recipientEmail, amount: { amountMinor, currency: 'EUR' } },
      ...{ message: 'Happy birthday', reason: 'A prize', actor: 'system', locale: 'en' },
    },
    now,
  );
  return { giftCardId, code: giftCardCode(giftCardId), recipientEmail };
}

const redeem = (code: string, person = buyer, at = now) =>
  redeemGiftCard(db, { customerId: person.customerId, code, now: at });

async function creditOf({ customerId }: Person): Promise<number> {
  const [balance] = await getCredit(db, customerId);
  return balance?.amountMinor ?? 0;
}

async function statusOf(giftCardId: string): Promise<string> {
  const [card] = await db.select().from(giftCards).where(eq(giftCards.id, giftCardId));
  return card!.status;
}

async function expectBooksToHold() {
  const findings = await runChecks(db, [...giftCardChecks, ...creditChecks, ...ledgerChecks], 0);
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
}

describe('a gift card', () => {
  it('is mailed with its code to its recipient, becomes store credit once, and is in the books all the while', async () => {
    const { giftCardId, code, recipientEmail } = await issued();
    await expectBooksToHold();
    await drain(db, works);
    const mail = sentMails.find(({ to }) => to === recipientEmail);
    expect(mail!.text).toContain(code);
    expect(mail!.text).toContain('Happy birthday');
    expect(await redeem(code.toLowerCase())).toEqual({
      ok: true,
      value: { currency: 'EUR', amountMinor: 2_500 },
    });
    expect(await creditOf(buyer)).toBe(2_500);
    expect(await redeem(code)).toMatchObject({ error: 'gift_card_used' });
    expect(await creditOf(buyer)).toBe(2_500);
    expect(await statusOf(giftCardId)).toBe('redeemed');
    await expectBooksToHold();
  });

  it('that is issued twice by the same press is issued once', async () => {
    const { giftCardId, recipientEmail } = await issued();
    await issued(2_500, giftCardId);
    await drain(db, works);
    expect(sentMails.filter(({ to }) => to === recipientEmail)).toHaveLength(1);
    expect((await listGiftCards(db)).filter((card) => card.recipientEmail === recipientEmail)).toHaveLength(
      1,
    );
    await expectBooksToHold();
  });

  it('that ten people redeem at the same moment is one person’s', async () => {
    const { code } = await issued();
    const people = await Promise.all(Array.from({ length: 10 }, () => signedInPerson(ownerDb)));
    const answers = await Promise.all(people.map((person) => redeem(code, person)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const credits = await Promise.all(people.map(creditOf));
    expect(credits.toSorted((one, other) => other - one).slice(0, 2)).toEqual([2_500, 0]);
    await expectBooksToHold();
  });

  it('whose code is mistyped is nobody’s', async () => {
    const { code } = await issued();
    for (const typed of [`${code}0`, code.slice(1), '', 'XXXX']) {
      expect(await redeem(typed)).toMatchObject({ error: 'gift_card_unknown' });
    }
    expect(await creditOf(buyer)).toBe(0);
  });

  it('that was taken back, or whose time is over, is worth nothing, and what it was worth is the market’s again', async () => {
    const [one, other] = [await issued(), await issued()];
    const act = { reason: 'A wrong address', actor: 'system', now };
    expect(await cancelGiftCard(db, { ...act, giftCardId: one.giftCardId })).toMatchObject({ ok: true });
    expect(await cancelGiftCard(db, { ...act, giftCardId: one.giftCardId })).toMatchObject({
      error: 'illegal_transition',
    });
    expect(await cancelGiftCard(db, { ...act, giftCardId: newId() })).toMatchObject({ error: 'not_found' });
    expect(await redeem(one.code)).toMatchObject({ error: 'gift_card_used' });

    const later = new Date(now.getTime() + 5 * YEAR_MS);
    expect(await redeem(other.code, buyer, later)).toMatchObject({ error: 'gift_card_expired' });
    await expireGiftCards(db, later);
    expect(await statusOf(other.giftCardId)).toBe('expired');
    expect(await redeem(other.code)).toMatchObject({ error: 'gift_card_expired' });
    await expectBooksToHold();
  });

  it('is not lost from the books without being noticed', async () => {
    const { giftCardId } = await issued();
    await ownerDb.execute(
      sql`update gift_cards set amount_minor = amount_minor + 1 where id = ${giftCardId}`,
    );
    const [finding] = await runChecks(db, giftCardChecks, 0);
    expect(finding!.broken).toBe(1);
    await ownerDb.execute(
      sql`update gift_cards set amount_minor = amount_minor - 1 where id = ${giftCardId}`,
    );
  });
});
