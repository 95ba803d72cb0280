import { SELLERS } from '../demo-data/sellers';
import { seedId } from '../random';
import { makeOrders, type Market } from './make-orders';
import { makeProducts, type SeedOffer, type SeedProduct } from './make-products';

/** The demo seller's shop has everything, the second three of each thing, all others nothing. */
export const [BIG_SHOP, SMALL_SHOP, EMPTY_SHOP] = SELLERS.map(({ name }) => name) as [string, string, string];

const FEW = 3;
const LINES_OF_AN_ORDER = 1.6;
const VARIANTS_OF_A_PRODUCT = 3;

/** A market in which one shop has `size` offers and about as many order lines: to see what its desk is like then. */
export function makeOneBigShop(
  size: number,
  buyers: readonly { readonly country: string }[],
  now: Date,
): Market {
  const models = makeProducts(Math.ceil(size / VARIANTS_OF_A_PRODUCT));
  const few = models.slice(0, FEW).map((product) => offeredBy(SMALL_SHOP, product, 1));
  const many: SeedProduct[] = [];
  let left = size;
  for (const product of models.slice(FEW)) {
    if (left === 0) break;
    const offered = offeredBy(BIG_SHOP, product, left);
    left -= offered.offers.length;
    many.push(offered);
  }
  const count = Math.round(size / LINES_OF_AN_ORDER);
  return {
    products: [...few, ...many],
    orders: [...makeOrders(many, count, buyers, now), ...makeOrders(few, FEW, buyers, now, count)],
  };
}

/** The same product in one shop only, which offers at most so many of its variants. */
function offeredBy(sellerName: string, product: SeedProduct, most: number): SeedProduct {
  const firsts = product.variants.flatMap(
    ({ id }) => product.offers.find(({ variantId }) => variantId === id) ?? [],
  );
  const offers = firsts.slice(0, most).map((offer): SeedOffer => ({
    ...offer,
    sellerName,
    id: seedId(`offer ${sellerName} ${offer.variantId}`),
    onHand: Math.max(offer.onHand, sellerName === SMALL_SHOP ? 1 : 0),
  }));
  return { ...product, offers };
}
