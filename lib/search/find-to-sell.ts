import { findProductsByGtin, parseGtin } from '@/lib/catalog';
import type { ListingCard } from '@/lib/catalog/model';
import type { ShownIn } from '@/lib/kernel/market';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Executor } from '@/lib/platform/database';
import type { SearchEngine } from './engine';
import { listListings } from './list-listings';
import { NO_FILTER } from './model';

/** What looks like a barcode: nothing but the digits of a GTIN, with the gaps people type. */
const BARCODE = /^[\d\s-]{8,20}$/;

export type FoundToSell = {
  readonly cards: readonly ListingCard[];
  /** The barcode that was asked for, as its digits; null when words were. */
  readonly gtin: string | null;
};

/**
 * Live products somebody may mean to sell: those with a barcode, or those a text of title and brand finds, best match
 * first. Refuses a barcode whose check digit is wrong, since a typing mistake must not become a new product.
 */
export async function findToSell(
  db: Executor,
  engine: SearchEngine,
  text: string,
  shownIn: ShownIn,
): Promise<Result<FoundToSell, 'gtin_invalid'>> {
  const typed = text.trim();
  if (typed === '') return ok({ cards: [], gtin: null });
  if (BARCODE.test(typed)) {
    const gtin = parseGtin(typed);
    if (gtin === null) return refuse('gtin_invalid');
    return ok({ cards: await listListings(db, await findProductsByGtin(db, gtin), shownIn), gtin });
  }
  const { cards } = await engine.page(
    {
      text: typed,
      categoryPath: null,
      sellerSlug: null,
      filter: NO_FILTER,
      sort: 'relevance',
      cursor: null,
    },
    shownIn,
  );
  return ok({ cards: cards.slice(0, MOST), gtin: null });
}

const MOST = 12;
