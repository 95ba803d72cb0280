import { notFound } from 'next/navigation';
import { takeHomeAction } from '@/app/[locale]/(shop)/sell/actions';
import { Photo } from '@/components/media/photo';
import { OfferForm, type VariantFields } from '@/components/seller/offer-form';
import { ButtonLink } from '@/components/ui/button';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { CONDITIONS } from '@/lib/catalog/model';
import { DESK, requirePage } from '@/lib/http';
import { formatList, formatMoney, type Locale } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { getProductToSell } from '@/lib/offers';
import type { VariantToSell } from '@/lib/offers/model';
import { createOffersAction } from '../actions';

export default async function OfferProductPage({
  params,
}: PageProps<'/[locale]/seller/offers/new/[productId]'>) {
  const { productId: publicProductId } = await params;
  const path = `/seller/offers/new/${publicProductId}`;
  const { db, locale, seller } = await requirePage(DESK.changeOffers, path, params);
  const productId = parsePublicId('prd', publicProductId);
  const product = productId && (await getProductToSell(db, seller.sellerId, productId, shownIn(locale)));
  if (!product) notFound();
  const t = await words('listing');
  const variants = await Promise.all(product.variants.map((variant) => fieldsOf(variant, locale)));
  return (
    <>
      <PageHead title={t('offer.title')}>
        {product.status === 'live' && <ButtonLink href={`/p/${product.slug}`}>{t('offer.page')}</ButtonLink>}
      </PageHead>
      <div className="mb-8 flex items-center gap-4">
        <Photo picture={product.image} sizes="80px" decorative className="size-20 shrink-0 rounded-md" />
        <div className="min-w-0">
          <p className="line-clamp-3 font-strong">{product.title}</p>
          <p className="text-sm text-muted">
            {[product.brand, variants.length === 1 && product.variants[0]?.gtin].filter(Boolean).join(' · ')}
          </p>
        </div>
      </div>
      <OfferForm
        productId={product.productId}
        variants={variants}
        conditions={CONDITIONS.map((value) => ({ value, label: t(`offer.conditions.${value}`) }))}
        action={createOffersAction}
        ask={takeHomeAction}
        words={{
          condition: t('offer.condition'),
          handlingDays: t('offer.handlingDays'),
          handlingHint: t('offer.handlingHint'),
          optional: t('offer.optional'),
          price: t('offer.price'),
          onHand: t('offer.onHand'),
          sku: t('offer.sku'),
          variants: t('offer.variants'),
          variantsHint: t('offer.variantsHint'),
          postage: t('takeHome.postageField'),
          postageHint: t('takeHome.postageHint'),
          save: t('offer.save'),
        }}
        takeHomeWords={{
          title: t('takeHome.title'),
          empty: t('takeHome.empty'),
          loses: t('takeHome.loses'),
          providerNote: t('takeHome.providerNote'),
        }}
      />
    </>
  );
}

async function fieldsOf(variant: VariantToSell, locale: Locale): Promise<VariantFields> {
  const t = await words('listing');
  const { variantId, label, lowestPrice, otherOffers, offeredAs } = variant;
  const conditions = offeredAs.map((condition) => t(`offer.conditions.${condition}`));
  return {
    variantId,
    label,
    market: t('offer.market', {
      count: otherOffers,
      price: lowestPrice ? formatMoney(lowestPrice, locale) : '',
    }),
    own: conditions.length > 0 ? t('offer.own', { conditions: formatList(conditions, locale) }) : '',
  };
}
