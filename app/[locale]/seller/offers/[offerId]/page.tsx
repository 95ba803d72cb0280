import { notFound } from 'next/navigation';
import { z } from 'zod';
import { LowLevelForm } from '@/components/seller/low-level-form';
import { OfferRowForm } from '@/components/seller/offer-row-form';
import { OfferSale } from '@/components/seller/offer-sale';
import { StockTable } from '@/components/seller/stock-table';
import { ButtonLink } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import { currentLocale, words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { Paging } from '@/components/workspace/paging';
import { DESK, mayAtDesk, requirePage } from '@/lib/http';
import { formatDate, formatMoney } from '@/lib/i18n';
import { listStockMovements } from '@/lib/inventory';
import { parsePublicId } from '@/lib/kernel/ids';
import { plainAmount } from '@/lib/kernel/money';
import { getOfferPricing, getSellerOffer } from '@/lib/offers';
import type { OfferPricing, SellerOffer } from '@/lib/offers/model';
import { saveOffer } from '../../actions';
import { planOfferSale, saveLowLevel, stopOfferSale } from './actions';

const query = z.object({ after: z.uuid().nullable().catch(null).default(null) });

const MOVEMENTS_SHOWN = 30;

export default async function SellerOfferPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/offers/[offerId]'>) {
  const { db, locale, seller, clock } = await requirePage(DESK.seeOffers, '/seller/offers', params);
  const offerId = parsePublicId('off', (await params).offerId);
  const offer = offerId && (await getSellerOffer(db, seller.sellerId, offerId, locale));
  if (!offerId || !offer) notFound();
  const now = clock();
  const { after } = query.parse(await searchParams);
  const [t, pricing, stock] = await Promise.all([
    words('offer'),
    getOfferPricing(db, offerId, now),
    listStockMovements(db, offerId, { limit: MOVEMENTS_SHOWN, before: after }),
  ]);
  return (
    <>
      <PageHead title={offer.title} lead={[offer.variantLabel, offer.sellerSku].filter(Boolean).join(' · ')}>
        <ButtonLink href={`/p/${offer.productSlug}`}>{t('see')}</ButtonLink>
      </PageHead>
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
        <div className="grid gap-8">
          <Section title={t('stock.title')}>
            <StockTable movements={stock.items} />
            <Paging path={`/seller/offers/${offer.offerId}`} after={after} next={stock.next} />
          </Section>
          <Section title={t('prices.title')}>
            <PriceTable pricing={pricing} />
          </Section>
        </div>
        {mayAtDesk(seller.role, DESK.changeOffers) && (
          <Edit offer={offer} pricing={pricing} today={now.toISOString().slice(0, 10)} />
        )}
      </div>
    </>
  );
}

async function PriceTable({ pricing }: { pricing: OfferPricing }) {
  const [t, locale] = await Promise.all([words('offer'), currentLocale()]);
  return (
    <Table
      caption={t('prices.title')}
      rows={pricing.changes}
      rowKey={({ at }) => at.toISOString()}
      columns={[
        { key: 'from', header: t('prices.from'), cell: ({ at }) => formatDate(at, locale, 'dateTime') },
        {
          key: 'price',
          header: t('prices.price'),
          numeric: true,
          cell: ({ price }) => formatMoney(price, locale),
        },
      ]}
    />
  );
}

type EditProps = { offer: SellerOffer; pricing: OfferPricing; today: string };

/** What can be done with an offer: its price and stock, a sale, a word when it runs low. On phones it comes first. */
async function Edit({ offer, pricing, today }: EditProps) {
  const [t, s] = await Promise.all([words('offer'), words('seller')]);
  return (
    <div className="grid gap-8 max-lg:order-first">
      <Section title={t('now')}>
        <Card className="p-4">
          <OfferRowForm
            action={saveOffer}
            offer={{
              offerId: offer.offerId,
              version: offer.version,
              onHand: offer.onHand,
              price: offer.price ? plainAmount(offer.price) : '',
              selling: offer.status === 'active',
            }}
            words={{
              price: s('offers.price'),
              onHand: s('offers.onHand'),
              selling: s('offers.selling'),
              save: s('offers.save'),
              saved: s('offers.saved'),
            }}
          />
        </Card>
      </Section>
      <Section title={t('sale.title')}>
        <Card className="p-4">
          <OfferSale
            offerId={offer.offerId}
            actions={{ plan: planOfferSale, stop: stopOfferSale }}
            {...{ pricing, today }}
          />
        </Card>
      </Section>
      <Section title={t('low.title')}>
        <Card className="p-4">
          <LowLevelForm
            offerId={offer.offerId}
            lowLevel={offer.lowLevel}
            action={saveLowLevel}
            words={{
              level: t('low.level'),
              hint: t('low.hint'),
              save: t('low.save'),
              saved: t('low.saved'),
            }}
          />
        </Card>
      </Section>
    </div>
  );
}
