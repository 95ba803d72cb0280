import { StorefrontForm } from '@/components/seller/storefront-form';
import { ButtonLink } from '@/components/ui/button';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { readPictures } from '@/lib/catalog';
import { DESK, requirePage } from '@/lib/http';
import { publicId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';
import { getSeller, getStorefrontFields } from '@/lib/sellers';
import { beginPicture, cropPicture, finishPicture, lookAtPictures } from '../pictures/actions';
import { saveStorefrontAction } from './actions';

export default async function SellerStorefrontPage({ params }: PageProps<'/[locale]/seller/storefront'>) {
  const { db, seller } = await requirePage(DESK.changeStorefront, '/seller/storefront', params);
  const [t, shop, fields] = await Promise.all([
    words('seller'),
    getSeller(db, seller.sellerId),
    getStorefrontFields(db, seller.sellerId),
  ]);
  const { logoAssetId, bannerAssetId, ...texts } = fields;
  const [logo, banner] = await Promise.all([pictureOf(db, logoAssetId), pictureOf(db, bannerAssetId)]);
  return (
    <>
      <PageHead title={t('storefront.title')} lead={t('storefront.lead')}>
        {shop?.status === 'approved' && (
          <ButtonLink href={`/s/${shop.slug}`}>{t('storefront.see')}</ButtonLink>
        )}
      </PageHead>
      <StorefrontForm
        shop={{ ...texts, logo, banner }}
        action={saveStorefrontAction}
        pictures={{ begin: beginPicture, finish: finishPicture, crop: cropPicture, look: lookAtPictures }}
        words={{
          logo: t('storefront.logo'),
          logoHint: t('storefront.logoHint'),
          banner: t('storefront.banner'),
          bannerHint: t('storefront.bannerHint'),
          choose: t('storefront.choose'),
          remove: t('storefront.remove'),
          making: t('storefront.making'),
          interrupted: t('storefront.interrupted'),
          unusable: t('storefront.unusable'),
          tagline: t('storefront.tagline'),
          taglineHint: t('storefront.taglineHint'),
          story: t('storefront.story'),
          storyHint: t('storefront.storyHint'),
          city: t('storefront.city'),
          returnDays: t('storefront.returnDays'),
          returnDaysHint: t('storefront.returnDaysHint'),
          returnsPolicy: t('storefront.returnsPolicy'),
          returnsPolicyHint: t('storefront.returnsPolicyHint'),
          optional: t('storefront.optional'),
          save: t('storefront.save'),
          saved: t('storefront.saved'),
        }}
      />
    </>
  );
}

async function pictureOf(db: Database, assetId: string | null) {
  if (assetId === null) return null;
  const [picture] = await readPictures(db, [{ assetId, alt: '', variantId: null }]);
  return { assetId: publicId('med', assetId), picture: picture ?? null };
}
