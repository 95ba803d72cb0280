import { eq } from 'drizzle-orm';
import { commissionRules } from '@/db/schema/commissions';
import { getTaxCategory } from '@/lib/catalog';
import type { Market } from '@/lib/kernel/market';
import type { Currency, Money } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { NO_DISCOUNT, quoteOrder, type CommissionRate, type QuoteDelivery } from '@/lib/pricing';
import { getAgreedCommission, listDeliveryOptions } from '@/lib/sellers';
import type { TakeHome } from './model';
import { getCommissionRates } from './rates';

export type TakeHomeQuestion = {
  /** Null: somebody who does not sell yet, on the market's terms. */
  readonly sellerId: string | null;
  /** What is sold: a product, or anything of a category; neither is anything at all. */
  readonly productId: string | null;
  readonly categoryId: string | null;
  readonly priceMinor: number;
  /** What sending one piece costs the seller. */
  readonly postageMinor: number;
};

/** Stands for the one offer and for the seller who is none yet. */
const THIS_ONE = '00000000-0000-0000-0000-000000000000';

/**
 * What a seller keeps of one piece that is sold at home at this moment, computed by what prices orders: the quote of
 * an order of that one piece. Expects a price above zero and a postage of zero or more.
 */
export async function getTakeHome(
  db: Executor,
  question: TakeHomeQuestion,
  { currency, country }: Pick<Market, 'currency' | 'country'>,
  at: Date,
): Promise<TakeHome> {
  const { sellerId, priceMinor, postageMinor, ...about } = question;
  const line = {
    ...about,
    offerId: THIS_ONE,
    sellerId,
    unitPriceMinor: priceMinor,
    sellerCommissionBasisPoints: sellerId === null ? null : await getAgreedCommission(db, sellerId),
  };
  const rates = await getCommissionRates(db, [line], { currency, at });
  const rate = rates.get(THIS_ONE)!;
  const delivery = sellerId === null ? null : await cheapestDelivery(db, sellerId, { currency, country });

  const quote = quoteOrder({
    currency,
    destination: { country, postalCode: '' },
    at,
    lines: [
      {
        offerId: THIS_ONE,
        sellerId: THIS_ONE,
        quantity: 1,
        unitPriceMinor: priceMinor,
        taxCategory: await getTaxCategory(db, question),
        commissionRate: rate,
        ...NO_DISCOUNT,
      },
    ],
    deliveries: new Map(delivery ? [[THIS_ONE, delivery]] : []),
  });
  const { shippingMinor, taxMinor, taxBasisPoints, totalMinor, commission } = quote.sellers[0]!.lines[0]!;
  const money = (amountMinor: number): Money => ({ amountMinor, currency });
  const paidOutMinor = totalMinor - commission.amountMinor;
  return {
    price: money(priceMinor),
    delivery: money(shippingMinor),
    commission: money(commission.amountMinor),
    commissionBasisPoints: commission.basisPoints,
    commissionRule: await describeRule(db, rate),
    providerFee: money(0),
    paidOut: money(paidOutMinor),
    tax: money(taxMinor),
    taxBasisPoints,
    postage: money(postageMinor),
    keeps: money(paidOutMinor - taxMinor - postageMinor),
  };
}

async function cheapestDelivery(
  db: Executor,
  sellerId: string,
  to: { readonly currency: Currency; readonly country: string },
): Promise<QuoteDelivery | null> {
  const options = await listDeliveryOptions(db, [sellerId], to);
  return options.toSorted((one, other) => one.priceMinor - other.priceMinor)[0] ?? null;
}

async function describeRule(db: Executor, { rule }: CommissionRate): Promise<TakeHome['commissionRule']> {
  if (rule === 'market' || rule === 'seller') return { kind: rule, name: '' };
  const [found] = await db
    .select({ name: commissionRules.name })
    .from(commissionRules)
    .where(eq(commissionRules.id, rule.replace('rule:', '')));
  return { kind: 'rule', name: found?.name ?? '' };
}
