import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { outboxEvents } from '@/db/schema/events';
import { listAudit } from '@/lib/audit';
import { findActor } from '@/lib/identity';
import type { UserActor } from '@/lib/identity/model';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { parsePublicId } from '@/lib/kernel/ids';
import { sessions } from '@/db/schema/identity';
import { testDatabase } from '@/tests/support/database';
import { signedInPerson } from '@/tests/support/people';
import { applyToSell, decideSeller, getSeller, listDeliveryOptions, listSellersOfUser } from '.';
import type { SellerDecision } from './transitions';

const { db, ownerDb } = await testDatabase();
const now = new Date();

async function person(standing: Parameters<typeof signedInPerson>[1] = {}): Promise<UserActor> {
  const { userId } = await signedInPerson(ownerDb, standing);
  const actor = await actorOf(userId);
  if (!actor) throw new Error('The session does not hold');
  return actor;
}

async function actorOf(userId: string): Promise<UserActor | null> {
  const [session] = await db.select().from(sessions).where(eq(sessions.userId, userId));
  return findActor(db, session!.id, now);
}

const application = (name: string) => ({
  name,
  tagline: 'Cups',
  story: 'We make cups and nothing else.',
  city: 'Porto',
  country: 'PT',
});

async function applied(actor: UserActor): Promise<string> {
  const result = await applyToSell(db, actor, application(`Shop ${crypto.randomUUID()}`));
  if (!result.ok) throw new Error(result.error);
  return parsePublicId('sel', result.value.sellerId)!;
}

describe('applying to sell', () => {
  test('an applicant is no seller until staff approves, and then is its owner at once', async () => {
    const applicant = await person();
    const admin = await person({ staffRole: 'admin' });
    const sellerId = await applied(applicant);
    expect((await actorOf(applicant.userId))?.memberships).toEqual([]);

    const decided = await decideSeller(
      db,
      { actor: admin, sellerId, event: 'approve', reason: 'Lovely cups' },
      now,
    );
    expect(decided).toEqual({ ok: true, value: { status: 'approved' } });
    expect((await actorOf(applicant.userId))?.memberships).toEqual([{ sellerId, role: 'owner' }]);
    expect(
      await listDeliveryOptions(db, [sellerId], { currency: DEFAULT_MARKET.currency, country: 'PT' }),
    ).toHaveLength(1);
    expect(await listAudit(db, { type: 'seller', id: sellerId })).toMatchObject([
      { actor: `user:${admin.userId}`, action: 'seller.approved', reason: 'Lovely cups' },
    ]);
    const events = await db.select().from(outboxEvents).where(eq(outboxEvents.aggregateId, sellerId));
    expect(events.map(({ name }) => name).toSorted()).toEqual(['seller.applied', 'seller.status_changed']);
  });

  test('one application waits at a time', async () => {
    const applicant = await person();
    await applied(applicant);
    expect(await applyToSell(db, applicant, application('Another'))).toMatchObject({
      error: 'already_applied',
    });
    expect(await listSellersOfUser(db, applicant.userId)).toHaveLength(1);
  });

  test('two shops cannot have one address, however their names are spelt', async () => {
    const name = `Käse ${crypto.randomUUID()}`;
    expect(await applyToSell(db, await person(), application(name))).toMatchObject({ ok: true });
    expect(await applyToSell(db, await person(), application(`  ${name.replace('ä', 'A')}!`))).toMatchObject({
      error: 'slug_taken',
    });
  });

  test('a name of which nothing can stand in an address is refused', async () => {
    expect(await applyToSell(db, await person(), application('✨✨✨'))).toMatchObject({
      error: 'slug_taken',
    });
  });
});

describe('decisions', () => {
  test('two operators deciding at once decide once', async () => {
    const actor = await person({ staffRole: 'admin' });
    const sellerId = await applied(await person());
    const decide = (event: SellerDecision) =>
      decideSeller(db, { actor, sellerId, event, reason: 'because' }, now);
    const results = await Promise.all([decide('decline'), decide('decline'), decide('decline')]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await getSeller(db, sellerId)).toMatchObject({ status: 'declined', statusReason: 'because' });
  });

  test('a suspended seller’s members keep their desk', async () => {
    const owner = await person();
    const actor = await person({ staffRole: 'admin' });
    const sellerId = await applied(owner);
    for (const event of ['approve', 'suspend'] as const) {
      await decideSeller(db, { actor, sellerId, event, reason: 'because' }, now);
    }
    expect((await actorOf(owner.userId))?.memberships).toHaveLength(1);
  });
});
