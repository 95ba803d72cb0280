import { describe, expect, it } from 'vitest';
import { openSandbox, refusalOf, type TestSandbox } from './open-sandbox';

async function pay({ stripe }: TestSandbox, token: string, amount = 5000) {
  return stripe.paymentIntents.create({
    amount,
    currency: 'eur',
    capture_method: 'automatic',
    allowed_payment_method_types: ['card'],
    payment_method: token,
    confirm: true,
  });
}

describe('refunds', () => {
  it('give back parts, then the rest, and never more than was captured', async () => {
    const sandbox = await openSandbox();
    const { stripe } = sandbox;
    const { id: payment_intent, latest_charge } = await pay(sandbox, 'pm_card_visa');
    const part = await stripe.refunds.create({
      payment_intent,
      amount: 1200,
      reason: 'requested_by_customer',
    });
    expect(part).toMatchObject({ amount: 1200, status: 'succeeded', charge: latest_charge });
    const tooMuch = await refusalOf(stripe.refunds.create({ payment_intent, amount: 3801 }));
    expect(tooMuch).toMatchObject({ statusCode: 400, param: 'amount' });
    const rest = await stripe.refunds.create({ payment_intent });
    expect(rest.amount).toBe(3800);
    expect(await stripe.charges.retrieve(String(latest_charge))).toMatchObject({
      refunded: true,
      amount_refunded: 5000,
    });
    const again = await refusalOf(stripe.refunds.create({ payment_intent, amount: 1 }));
    expect(again.code).toBe('charge_already_refunded');

    expect((await stripe.refunds.retrieve(part.id)).id).toBe(part.id);
    const listed = await stripe.refunds.list({ payment_intent });
    expect(listed.data.map(({ id }) => id)).toEqual([rest.id, part.id]);
  });

  it('are refused for a payment that took no money', async () => {
    const { stripe } = await openSandbox();
    const intent = await stripe.paymentIntents.create({
      amount: 500,
      currency: 'eur',
      capture_method: 'automatic',
    });
    expect(await refusalOf(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
      statusCode: 400,
    });
  });

  it('keep the fee with Stripe', async () => {
    const sandbox = await openSandbox();
    const { id } = await pay(sandbox, 'pm_card_bypassPending');
    await sandbox.stripe.refunds.create({ payment_intent: id });
    const balance = await sandbox.stripe.balance.retrieve();
    expect(balance.available).toMatchObject([{ amount: -170, currency: 'eur' }]);
    const { data } = await sandbox.stripe.balanceTransactions.list();
    expect(data.map(({ type, amount, fee, net }) => [type, amount, fee, net])).toEqual([
      ['refund', -5000, 0, -5000],
      ['charge', 5000, 170, 4830],
    ]);
  });
});

describe('disputes', () => {
  it('come with the documented card, withdraw the money and block refunds', async () => {
    const sandbox = await openSandbox();
    const { stripe, webhooks } = sandbox;
    const { id, latest_charge } = await pay(sandbox, 'pm_card_createDispute');
    const dispute = (await stripe.disputes.list({ payment_intent: id })).data[0]!;
    expect(dispute).toMatchObject({
      status: 'needs_response',
      reason: 'fraudulent',
      amount: 5000,
      charge: latest_charge,
    });
    expect(dispute.balance_transactions).toMatchObject([{ amount: -5000, fee: 1500, type: 'adjustment' }]);
    expect((await refusalOf(stripe.refunds.create({ payment_intent: id }))).code).toBe('charge_disputed');
    const { event } = await webhooks.next('charge.dispute.created');
    expect(event.data.object).toMatchObject({ id: dispute.id });
  });

  it.each([
    ['winning_evidence', 'won', -1500 - 170 + 5000],
    ['losing_evidence', 'lost', -1500 - 170],
  ])('with %s are %s', async (text, status, net) => {
    const sandbox = await openSandbox();
    const { stripe, webhooks } = sandbox;
    const { id } = await pay(sandbox, 'pm_card_createDispute');
    const dispute = (await stripe.disputes.list({ payment_intent: id })).data[0]!;
    const noted = await stripe.disputes.update(dispute.id, {
      evidence: { product_description: 'A rug' },
      submit: false,
    });
    expect(noted).toMatchObject({ status: 'needs_response', evidence_details: { has_evidence: true } });
    const closed = await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: text } });
    expect(closed.status).toBe(status);
    await webhooks.next('charge.dispute.closed');
    const { data } = await stripe.balanceTransactions.list();
    expect(data.reduce((sum, transaction) => sum + transaction.net, 0)).toBe(net);
    expect(await refusalOf(stripe.disputes.close(dispute.id))).toMatchObject({ statusCode: 400 });
  });

  it('given up are lost; inquiries move no money', async () => {
    const sandbox = await openSandbox();
    const { stripe } = sandbox;
    const { id } = await pay(sandbox, 'pm_card_createDisputeInquiry');
    const inquiry = (await stripe.disputes.list({ payment_intent: id })).data[0]!;
    expect(inquiry).toMatchObject({ status: 'warning_needs_response', balance_transactions: [] });
    expect((await stripe.disputes.close(inquiry.id)).status).toBe('lost');
  });
});
