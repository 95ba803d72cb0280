import { Heart } from '@/components/ui/icons';
import type { Metadata } from 'next';
import { GRID_SIZES, ListingTile } from '@/components/catalog/listing-tile';
import { presentListing } from '@/components/catalog/present-listing';
import { AccountPage } from '@/components/account/account-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/state';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { GuestWishlist } from '@/components/wishlist/guest-wishlist';
import { TakenOverWishes } from '@/components/wishlist/taken-over-wishes';
import { listWishes } from '@/lib/customers';
import { requirePage, signInPath } from '@/lib/http';
import type { Locale } from '@/lib/i18n';
import { shownIn } from '@/lib/kernel/market';
import type { Database } from '@/lib/platform/database';
import { listListings } from '@/lib/search';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('account');
  return { title: t('wishlist.title'), robots: { index: false } };
}

export default async function WishlistPage({ params }: PageProps<'/[locale]/wishlist'>) {
  const { actor, db, locale } = await requirePage('public', '/wishlist', params);
  const t = await words('account');
  return (
    <AccountPage title={t('wishlist.title')} wide>
      {actor.kind === 'user' ? (
        <OwnWishlist db={db} customerId={actor.customerId} locale={locale} />
      ) : (
        <GuestWishlist
          locale={locale}
          empty={<NothingSaved />}
          hint={<SignInHint />}
          words={{
            loading: t('wishlist.loading'),
            failed: t('wishlist.failed'),
            retry: t('wishlist.retry'),
          }}
        />
      )}
    </AccountPage>
  );
}

type OwnWishlistProps = { db: Database; customerId: string; locale: Locale };

async function OwnWishlist({ db, customerId, locale }: OwnWishlistProps) {
  const t = await words('account');
  const cards = await listListings(db, await listWishes(db, customerId), shownIn(locale));
  return (
    <>
      <TakenOverWishes />
      {cards.length === 0 ? (
        <NothingSaved />
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
    </>
  );
}

async function NothingSaved() {
  const t = await words('account');
  return (
    <EmptyState
      icon={<Heart />}
      title={t('wishlist.emptyTitle')}
      action={
        <ButtonLink href="/browse" variant="primary">
          {t('wishlist.browse')}
        </ButtonLink>
      }
    >
      {t('wishlist.empty')}
    </EmptyState>
  );
}

async function SignInHint() {
  const t = await words('account');
  return (
    <p className="text-muted">
      {t.rich('wishlist.signIn', {
        link: (text) => (
          <Link href={signInPath('/wishlist')} className="touch text-ink underline underline-offset-4">
            {text}
          </Link>
        ),
      })}
    </p>
  );
}
