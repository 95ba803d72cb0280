import type { Metadata } from 'next';
import { ShoppingBag } from '@/components/ui/icons';
import { PromotionForm } from '@/components/cart/promotion-form';
import { promotionNotice } from '@/components/cart/promotion-notice';
import { CheckoutForm } from '@/components/checkout/checkout-form';
import { checkoutFormWords } from '@/components/checkout/checkout-words';
import { OrderReview, ReviewTotals } from '@/components/checkout/order-review';
import { presentCards } from '@/components/checkout/present-cards';
import { presentParcels } from '@/components/checkout/present-parcels';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { EmptyState, FormStatus } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { getCheckout } from '@/lib/checkout';
import type { CheckoutView } from '@/lib/checkout/model';
import { getCredit } from '@/lib/credit';
import { listAddresses } from '@/lib/customers';
import { listCountries } from '@/lib/customers/model';
import { errorWords, requirePage, signInPath } from '@/lib/http';
import { formatMoney, type Locale, type Translator } from '@/lib/i18n';
import type { Money } from '@/lib/kernel/money';
import { stripeBrowserSources } from '@/lib/platform/stripe-browser';
import { applyPromotion, removePromotion } from '../cart/actions';
import { cartOwnerOf } from '../cart/cart-owner';
import { buyerDestination } from './buyer-destination';
import { deliveriesIn, destinationIn, usesCredit } from './checkout-query';
import { savedCardsOf } from './saved-cards';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('checkout');
  return { title: t('title'), robots: { index: false } };
}

export default async function CheckoutPage({ params, searchParams }: PageProps<'/[locale]/checkout'>) {
  const { actor, db, locale, clock } = await requirePage('public', '/checkout', params);
  const owner = cartOwnerOf(actor);
  if (!owner) return <NothingToBuy />;

  const query = await searchParams;
  const customerId = actor.kind === 'user' ? actor.customerId : null;
  const destination = destinationIn(query) ?? (await buyerDestination(db, customerId));
  const { country } = destination;
  const deliveries = deliveriesIn(query);
  const useCredit = customerId !== null && usesCredit(query);
  const [quote, addresses, cards, credit] = await Promise.all([
    getCheckout(db, { owner, customerId, destination, deliveries, useCredit, locale, now: clock() }),
    customerId ? listAddresses(db, customerId) : [],
    customerId ? savedCardsOf(db, customerId) : [],
    customerId ? getCredit(db, customerId) : [],
  ]);
  if (quote.blockedBy === 'cart_empty') return <NothingToBuy />;

  const t = await words('checkout');
  const cart = await words('cart');
  const { scriptUrl, publishableKey } = stripeBrowserSources();
  return (
    <div className="page pt-6 pb-24 md:pt-10">
      <h1 className="mb-8 text-xl md:text-2xl">{t('title')}</h1>
      <noscript>
        <div className="mb-6">
          <FormStatus kind="warning">{t('payment.noScript')}</FormStatus>
        </div>
      </noscript>
      <CheckoutForm
        quote={{
          fingerprint: quote.fingerprint,
          toPay: quote.toPay,
          taxIsKnown: quote.tax !== null,
          useCredit,
          deliveries: chosenDeliveries(quote),
          blocked: blockWords(quote, locale),
        }}
        parcels={await presentParcels(quote, country)}
        source={{ scriptUrl, publishableKey, locale }}
        email={actor.kind === 'user' ? actor.email : null}
        addresses={addresses}
        cards={await presentCards(cards)}
        creditLabel={creditLabel(credit, quote, t, locale)}
        countries={listCountries(locale)}
        country={country}
        locale={locale}
        words={await checkoutFormWords(actor.kind === 'user' ? actor.email : '')}
        signIn={<SignIn />}
        review={<OrderReview quote={quote} />}
        promotion={
          <PromotionForm
            code={quote.code?.code ?? null}
            notice={await promotionNotice(quote.code)}
            apply={applyPromotion}
            remove={removePromotion}
            words={{
              add: cart('promotion.add'),
              label: cart('promotion.label'),
              apply: cart('promotion.apply'),
              remove: cart('promotion.remove'),
            }}
          />
        }
        totals={<ReviewTotals quote={quote} />}
        terms={<Terms />}
      />
    </div>
  );
}

function creditLabel(
  credit: readonly Money[],
  { total }: CheckoutView,
  t: Translator<'checkout'>,
  locale: Locale,
): string | null {
  const usable = credit.find(({ currency }) => currency === total.currency);
  return usable ? t('credit.use', { amount: formatMoney(usable, locale) }) : null;
}

function chosenDeliveries({ parcels }: CheckoutView): Record<string, string> {
  return Object.fromEntries(parcels.flatMap(({ sellerId, chosen }) => (chosen ? [[sellerId, chosen]] : [])));
}

/** What is only missing from the address is asked for where the address is typed. */
function blockWords({ blockedBy }: CheckoutView, locale: Locale): string | null {
  return blockedBy === null || blockedBy === 'tax_place_unknown' ? null : errorWords(locale, blockedBy);
}

async function SignIn() {
  const t = await words('checkout');
  return (
    <p className="text-sm text-muted">
      {t.rich('signIn', {
        link: (text) => (
          <Link href={signInPath('/checkout')} className="touch text-ink underline underline-offset-4">
            {text}
          </Link>
        ),
      })}
    </p>
  );
}

async function Terms() {
  const t = await words('checkout');
  const legal = (href: string) => (text: React.ReactNode) => (
    <Link href={href} className="underline underline-offset-2">
      {text}
    </Link>
  );
  return (
    <p className="text-sm text-muted">
      {t.rich('place.terms', { terms: legal('/legal/terms'), privacy: legal('/legal/privacy') })}
    </p>
  );
}

async function NothingToBuy() {
  const t = await words('checkout');
  return (
    <EmptyState
      heading="h1"
      icon={<ShoppingBag />}
      title={t('empty.title')}
      action={
        <>
          <ButtonLink variant="primary" href="/browse">
            {t('empty.browse')}
          </ButtonLink>
          <ButtonLink href="/orders">{t('empty.orders')}</ButtonLink>
        </>
      }
    >
      {t('empty.body')}
    </EmptyState>
  );
}
