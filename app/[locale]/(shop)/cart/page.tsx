import type { Metadata } from 'next';
import { ShoppingBag } from '@/components/ui/icons';
import { CartBadge } from '@/components/cart/cart-badge';
import { CartChanges } from '@/components/cart/cart-changes';
import { CartLineRow } from '@/components/cart/cart-line';
import { CurrencyChoice } from '@/components/cart/currency-choice';
import { CartSummary } from '@/components/cart/cart-summary';
import { ButtonLink } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { getCart, listCartCurrencies } from '@/lib/carts';
import type { CartParcel } from '@/lib/carts/model';
import { getCheckout } from '@/lib/checkout';
import { requirePage, signInPath } from '@/lib/http';
import { buyerDestination } from '../checkout/buyer-destination';
import * as actions from './actions';
import { cartOwnerOf } from './cart-owner';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('cart');
  return { title: t('title'), robots: { index: false } };
}

export default async function CartPage({ params }: PageProps<'/[locale]/cart'>) {
  const { actor, db, locale, clock } = await requirePage('public', '/cart', params);
  const owner = cartOwnerOf(actor);
  const customerId = actor.kind === 'user' ? actor.customerId : null;
  if (!owner) return <EmptyCart signedIn={false} />;

  const destination = await buyerDestination(db, customerId);
  const request = { owner, customerId, destination, deliveries: new Map(), locale, now: clock() };
  const [cart, quote, currencies] = await Promise.all([
    getCart(db, owner, locale),
    getCheckout(db, request),
    listCartCurrencies(db, owner),
  ]);
  if (cart.parcels.length === 0 && cart.saved.length === 0) {
    return <EmptyCart signedIn={actor.kind === 'user'} />;
  }
  const t = await words('cart');
  return (
    <div className="page pt-6 pb-24 md:pt-10">
      <CartBadge count={cart.itemCount} />
      <h1 className="flex items-baseline gap-3 text-xl md:text-2xl">
        {t('title')}
        <span className="text-base font-regular text-muted">{t('itemCount', { count: cart.itemCount })}</span>
      </h1>
      <div className="mt-6 grid items-start gap-8 md:grid-cols-[1fr_22rem] lg:gap-12">
        <div className="grid gap-6">
          <CartChanges cart={cart} acknowledge={actions.acknowledgeChanges} />
          {cart.parcels.map((parcel) => (
            <Parcel key={parcel.sellerId} parcel={parcel} />
          ))}
          {cart.parcels.length === 0 && (
            <EmptyState icon={<ShoppingBag />} title={t('emptyActive.title')}>
              {t('emptyActive.body')}
            </EmptyState>
          )}
        </div>
        {cart.parcels.length > 0 && (
          <CartSummary
            quote={quote}
            blocked={cart.blocked}
            country={destination.country}
            currency={
              <CurrencyChoice
                currencies={currencies}
                current={cart.goods.currency}
                action={actions.chooseCurrency}
              />
            }
            applyPromotion={actions.applyPromotion}
            removePromotion={actions.removePromotion}
          />
        )}
        {cart.saved.length > 0 && (
          <Section title={t('saved')} className="md:col-start-1">
            <Card>
              <ul className="divide-y divide-line px-4 md:px-6">
                {cart.saved.map((line) => (
                  <CartLineRow key={line.lineId} line={line} saved actions={actions} />
                ))}
              </ul>
            </Card>
          </Section>
        )}
      </div>
    </div>
  );
}

async function Parcel({ parcel }: { parcel: CartParcel }) {
  const t = await words('cart');
  return (
    <Card className="overflow-hidden">
      <h2 className="border-b border-line px-4 py-3 text-sm text-muted md:px-6">
        {t.rich('from', {
          name: parcel.sellerName,
          seller: (name) => (
            <Link href={`/s/${parcel.sellerSlug}`} className="touch font-strong text-ink hover:underline">
              {name}
            </Link>
          ),
        })}
      </h2>
      <ul className="divide-y divide-line px-4 md:px-6">
        {parcel.lines.map((line) => (
          <CartLineRow key={line.lineId} line={line} actions={actions} />
        ))}
      </ul>
    </Card>
  );
}

async function EmptyCart({ signedIn }: { signedIn: boolean }) {
  const t = await words('cart');
  return (
    <>
      <CartBadge count={0} />
      <EmptyState
        heading="h1"
        icon={<ShoppingBag />}
        title={t('empty.title')}
        action={
          <>
            <ButtonLink variant="primary" href="/browse">
              {t('empty.browse')}
            </ButtonLink>
            {!signedIn && <ButtonLink href={signInPath('/cart')}>{t('empty.signIn')}</ButtonLink>}
          </>
        }
      >
        {t('empty.body')}
      </EmptyState>
    </>
  );
}
