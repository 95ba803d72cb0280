import { Heart } from 'lucide-react';
import type { Metadata } from 'next';
import { GRID_SIZES, ListingTile } from '@/components/catalog/listing-tile';
import { presentListing } from '@/components/catalog/present-listing';
import { AccountPage } from '@/components/account/account-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { listWishes } from '@/lib/customers';
import { requirePage } from '@/lib/http';
import { shownIn } from '@/lib/kernel/market';
import { listListings } from '@/lib/search';

/** Who is asking decides what is answered, and with which status: nothing is sent ahead of that. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('account');
  return { title: t('wishlist.title'), robots: { index: false } };
}

export default async function WishlistPage({ params }: PageProps<'/[locale]/wishlist'>) {
  const { actor, db, locale } = await requirePage('user', '/wishlist', params);
  const t = await words('account');
  const cards = await listListings(db, await listWishes(db, actor.customerId), shownIn(locale));
  const browse = (
    <ButtonLink href="/browse" variant="primary">
      {t('wishlist.browse')}
    </ButtonLink>
  );
  return (
    <AccountPage title={t('wishlist.title')} wide>
      {cards.length === 0 ? (
        <EmptyState icon={<Heart />} title={t('wishlist.emptyTitle')} action={browse}>
          {t('wishlist.empty')}
        </EmptyState>
      ) : (
        <>
          <p className="text-muted">{t('wishlist.count', { count: cards.length })}</p>
          <ul className="listing-grid">
            {cards.map((card) => (
              <li key={card.productId}>
                <ListingTile listing={presentListing(card, locale)} locale={locale} sizes={GRID_SIZES} />
              </li>
            ))}
          </ul>
        </>
      )}
    </AccountPage>
  );
}
