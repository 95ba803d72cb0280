import { productChanged, storefrontShowing } from '@/lib/catalog';
import { stockBucketChanged } from '@/lib/inventory';
import { offerChanged, offersChanged } from '@/lib/offers';
import { announceOutdatedPages, forgetOutdatedPages } from '@/lib/platform/outdated-pages';
import { productsOfOffers, productsOfSeller } from '@/lib/search';
import {
  HOLIDAY_TURN_JOB,
  holidayTurn,
  sellerHolidayChanged,
  sellerShippingChanged,
  sellerStatusChanged,
  sellerStorefrontChanged,
} from '@/lib/sellers';
import { showProducts } from '../show-products';
import { job, onEvent, type Schedule, type Work, type WorkContext } from '../work';

/** What buyers see follows what sellers and staff change: listings first, then the pages made of them. */
export const pageWorks: readonly Work[] = [
  onEvent(offerChanged, 'show-changed-offer', async ({ offerId }, context) =>
    showProducts(await productsOfOffers(context.db, [offerId]), context),
  ),
  onEvent(offersChanged, 'show-changed-offers', async ({ offerIds }, context) =>
    showProducts(await productsOfOffers(context.db, offerIds), context, true),
  ),
  onEvent(stockBucketChanged, 'show-changed-stock', async ({ offerId }, context) =>
    showProducts(await productsOfOffers(context.db, [offerId]), context),
  ),
  onEvent(productChanged, 'show-changed-product', ({ productId }, context) =>
    showProducts([productId], context),
  ),
  onEvent(sellerShippingChanged, 'show-changed-shipping', async ({ sellerId }, context) =>
    showProducts(await productsOfSeller(context.db, sellerId), context, true),
  ),
  onEvent(sellerStatusChanged, 'show-changed-seller', async (seller, context) => {
    await showProducts(await productsOfSeller(context.db, seller.sellerId), context);
    await announceOutdatedPages(context.db, storefrontShowing(seller));
  }),
  // Pages of its products say until when they can go back.
  onEvent(sellerStorefrontChanged, 'show-changed-storefront', showShop),
  onEvent(sellerHolidayChanged, 'show-changed-holiday', showShop),
  job(HOLIDAY_TURN_JOB, holidayTurn, showShop),
];

/** A storefront and everything it sells. */
async function showShop(
  seller: { readonly sellerId: string; readonly slug: string },
  context: WorkContext,
): Promise<void> {
  await showProducts(await productsOfSeller(context.db, seller.sellerId), context, true);
  await announceOutdatedPages(context.db, storefrontShowing(seller));
}

export const pageSchedules: readonly Schedule[] = [
  { name: 'forget-outdated-pages', everySeconds: 3600, run: ({ db }) => forgetOutdatedPages(db) },
];
