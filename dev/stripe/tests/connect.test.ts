import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { openSandbox, refusalOf, type TestSandbox } from './open-sandbox';

const SHOP = 'https://shop.example/seller/money';

function openAccount({ stripe }: TestSandbox): Promise<Stripe.Account> {
  return stripe.accounts.create({
    country: 'DE',
    email: 'seller@shop.example',
    business_profile: { name: 'A shop' },
    capabilities: { transfers: { requested: true } },
    controller: {
      fees: { payer: 'application' },
      losses: { payments: 'application' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: 'express' },
    },
    settings: { payouts: { schedule: { interval: 'manual' } } },
  });
}

async function visit({ stripe }: TestSandbox, account: string, step: 'complete' | 'incomplete') {
  const link = await stripe.accountLinks.create({
    account,
    type: 'account_onboarding',
    return_url: `${SHOP}?back`,
    refresh_url: `${SHOP}?again`,
  });
  const press = () =>
    fetch(link.url, { method: 'POST', body: new URLSearchParams({ step }), redirect: 'manual' });
  return { url: link.url, first: await press(), second: await press() };
}

async function fundedAccount(sandbox: TestSandbox): Promise<string> {
  const { id } = await openAccount(sandbox);
  await visit(sandbox, id, 'complete');
  await sandbox.stripe.topups.create({ amount: 10_000, currency: 'eur' });
  return id;
}

describe('a connected account', () => {
  it('gets money only after its owner told everything, on pages that open once', async () => {
    const sandbox = await openSandbox();
    const { stripe, webhooks } = sandbox;
    const account = await openAccount(sandbox);
    expect(account).toMatchObject({ details_submitted: false, payouts_enabled: false });
    const early = await refusalOf(
      stripe.transfers.create({ amount: 1, currency: 'eur', destination: account.id }),
    );
    expect(early.code).toBe('insufficient_capabilities_for_transfer');

    const visited = await visit(sandbox, account.id, 'incomplete');
    expect(visited.first.headers.get('location')).toBe(`${SHOP}?back`);
    expect(visited.second.headers.get('location')).toBe(`${SHOP}?again`);
    const halfway = await stripe.accounts.retrieve(account.id);
    expect(halfway).toMatchObject({ details_submitted: true, payouts_enabled: false });
    expect(halfway.requirements?.currently_due).not.toEqual([]);

    await visit(sandbox, account.id, 'complete');
    expect(await stripe.accounts.retrieve(account.id)).toMatchObject({
      payouts_enabled: true,
      capabilities: { transfers: 'active' },
      requirements: { currently_due: [] },
    });
    const { event } = await webhooks.next('account.updated');
    expect(event.account).toBe(account.id);
  });

  it('of somebody else is not told apart from one that does not exist', async () => {
    const { stripe } = await openSandbox();
    expect(await refusalOf(stripe.accounts.retrieve('acct_nobody'))).toMatchObject({ statusCode: 403 });
  });
});

describe('transfers', () => {
  it('move what is there and not more, once per key, and come back in parts', async () => {
    const sandbox = await openSandbox();
    const { stripe } = sandbox;
    const destination = await fundedAccount(sandbox);
    const wanted = { amount: 6000, currency: 'eur', destination, transfer_group: 'payout_1' };
    const transfer = await stripe.transfers.create(wanted, { idempotencyKey: 'one' });
    expect((await stripe.transfers.create(wanted, { idempotencyKey: 'one' })).id).toBe(transfer.id);
    expect((await stripe.transfers.list({ transfer_group: 'payout_1' })).data).toHaveLength(1);
    const tooMuch = await refusalOf(stripe.transfers.create({ ...wanted, amount: 4001 }));
    expect(tooMuch.code).toBe('balance_insufficient');

    const back = await stripe.transfers.createReversal(transfer.id, { amount: 1500 });
    expect(back).toMatchObject({ amount: 1500, transfer: transfer.id });
    await refusalOf(stripe.transfers.createReversal(transfer.id, { amount: 4501 }));
    expect(await stripe.transfers.retrieve(transfer.id)).toMatchObject({ amount_reversed: 1500 });

    const { data } = await stripe.balanceTransactions.list({ expand: ['data.source'] });
    expect(data.map(({ type, net }) => [type, net])).toEqual([
      ['transfer_refund', 1500],
      ['transfer', -6000],
      ['topup', 10_000],
    ]);
    expect(data[1]?.source).toMatchObject({ id: transfer.id, object: 'transfer' });
    const balance = await stripe.balance.retrieve({}, { stripeAccount: destination });
    expect(balance.available).toMatchObject([{ amount: 4500, currency: 'eur' }]);
  });
});

describe('payouts', () => {
  it('leave the account for its bank, which takes them or sends them back', async () => {
    const sandbox = await openSandbox();
    const { stripe, url, webhooks } = sandbox;
    const stripeAccount = await fundedAccount(sandbox);
    await stripe.transfers.create({ amount: 5000, currency: 'eur', destination: stripeAccount });
    const settle = (id: string, succeeds: boolean) =>
      fetch(`${url}/sandbox/payouts/${id}/settle`, { method: 'POST', body: JSON.stringify({ succeeds }) });
    const pay = (amount: number) => stripe.payouts.create({ amount, currency: 'eur' }, { stripeAccount });

    const [first, second] = [await pay(3000), await pay(2000)];
    expect(first.status).toBe('in_transit');
    expect((await refusalOf(pay(1))).code).toBe('balance_insufficient');
    await settle(first.id, true);
    await settle(second.id, false);
    expect((await stripe.payouts.retrieve(first.id, {}, { stripeAccount })).status).toBe('paid');
    expect(await stripe.payouts.retrieve(second.id, {}, { stripeAccount })).toMatchObject({
      status: 'failed',
      failure_code: 'account_closed',
    });
    expect((await webhooks.next('payout.failed')).event.account).toBe(stripeAccount);
    expect((await pay(2000)).status).toBe('in_transit');
  });

  it('and all else that is not a connected account’s are refused loudly', async () => {
    const { stripe, warnings } = await openSandbox();
    await refusalOf(stripe.payouts.create({ amount: 1, currency: 'eur' }));
    await refusalOf(stripe.refunds.list({}, { stripeAccount: 'acct_1' }));
    expect(warnings).toHaveLength(2);
  });
});
