import { sql } from 'drizzle-orm';
import { newId } from '@/lib/kernel/ids';
import { changeOwnOffer } from '@/lib/offers';
import type { Bench } from '../bench';
import { ask, Times, until } from '../load';
import { report } from '../report';

const CHANGES = 20;
const LONGEST_SECONDS = 10;

type Offer = {
  readonly id: string;
  readonly seller_id: string;
  readonly version: number;
  readonly on_hand: number;
  readonly slug: string;
};

/** From the commit of a seller's new price until the product's page shows it. */
export async function measureChanges({ db, origin }: Bench): Promise<boolean> {
  const times: number[] = [];
  for (const [index, offer] of (await onlyOffers({ db })).entries()) {
    const page = `${origin}/p/${offer.slug}`;
    await ask({ url: page });
    const priceMinor = 100_00 + ((Date.now() + index * 7919) % 900_00);
    const changed = await changeOwnOffer(db, {
      ...{ sellerId: offer.seller_id, offerId: offer.id, version: offer.version, onHand: offer.on_hand },
      ...{ userId: newId(), currency: 'EUR', priceMinor, status: 'active' },
    });
    if (!changed.ok) throw new Error(`The price could not be changed: ${changed.error}`);
    // As structured data says it; what people read is cut into parts.
    const price = `"price":"${(priceMinor / 100).toFixed(2)}"`;
    times.push(
      await until(LONGEST_SECONDS, async () => (await ask({ url: page })).body.toString().includes(price)),
    );
  }
  const spread = new Times(times);
  return report({
    name: `a new price on the page, slowest of ${CHANGES}`,
    value: spread.percentile(100),
    unit: 'ms',
    goal: { atMost: 1000 },
    detail: `p50 ${spread.percentile(50).toFixed(0)} ms`,
  });
}

/** Offers of products with one variant and one seller, whose price is the page's. */
async function onlyOffers({ db }: Pick<Bench, 'db'>): Promise<Offer[]> {
  return db.execute<Offer>(sql`
    select o.id, o.seller_id, o.version, s.on_hand, p.slug
    from products p
      join variants v on v.product_id = p.id and not v.retired
      join offers o on o.variant_id = v.id and o.status = 'active'
      join stock s on s.offer_id = o.id
    where p.status = 'live' and s.on_hand - s.reserved > 20
      and (select count(*) from variants w join offers x on x.variant_id = w.id where w.product_id = p.id) = 1
    order by p.id desc limit ${CHANGES}`);
}
