import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BreadcrumbJsonLd, toCrumb } from '@/components/catalog/category-head';
import { ListingShelf } from '@/components/catalog/listing-shelf';
import { RecentlyViewed } from '@/components/catalog/recently-viewed';
import { presentChoices } from '@/components/product/present-product';
import { ProductFacts } from '@/components/product/product-facts';
import { ProductHead } from '@/components/product/product-head';
import { ProductJsonLd } from '@/components/product/product-json-ld';
import { ProductStage } from '@/components/product/product-stage';
import { stageWords } from '@/components/product/stage-words';
import { ReviewSection } from '@/components/reviews/review-section';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { currentLocale, words } from '@/components/ui/words';
import { getProductPage } from '@/lib/catalog/cached';
import type { ProductPage } from '@/lib/catalog/model';
import { localePath } from '@/lib/i18n';
import { pictureUrl } from '@/lib/media/model';
import { shownIn } from '@/lib/kernel/market';
import { database } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { getReviewSummary, listProductReviews } from '@/lib/reviews';
import { listAlike, listHomeShelves } from '@/lib/search';
import { addToCart } from '../../cart/actions';

/** Cached whole, for everybody alike: what is personal or of this second comes as JSON. */
export const dynamic = 'error';
export const revalidate = 3600;

type Props = { params: Promise<{ slug: string }> };

/** What is popular at build time, the rest on the first visit. */
export async function generateStaticParams() {
  const { popular } = await listHomeShelves(database(), shownIn(await currentLocale()));
  return popular.map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const locale = await currentLocale();
  const product = await getProductPage(slug, locale);
  if (!product) return {};
  const t = await words('product');
  const description = product.description[0]?.slice(0, 200) ?? t('meta', { title: product.title });
  return {
    title: product.title,
    description,
    alternates: { canonical: localePath(locale, `/p/${product.slug}`) },
    openGraph: { title: product.title, description, images: previewOf(product) },
  };
}

export default async function ProductRoute({ params }: Props) {
  const { slug } = await params;
  const locale = await currentLocale();
  const product = await getProductPage(slug, locale);
  if (!product) notFound();
  const t = await words('product');
  const catalog = await words('catalog');
  const { productId, title } = product;
  const db = database();
  const [summary, reviews, alike] = await Promise.all([
    getReviewSummary(db, productId),
    listProductReviews(db, productId),
    listAlike(db, productId, shownIn(locale)),
  ]);
  const crumbs = [...product.ancestors, ...(product.category ? [product.category] : [])].map(toCrumb);
  const origin = env().APP_URL;
  return (
    <div className="page">
      <ProductJsonLd product={product} origin={origin} />
      <BreadcrumbJsonLd crumbs={[...crumbs, { name: title, href: `/p/${slug}` }]} origin={origin} />
      <div className="py-2 md:py-4">
        <Breadcrumb crumbs={[{ name: t('home'), href: '/' }, ...crumbs]} label={t('breadcrumb')} />
      </div>
      <ProductStage
        key={productId}
        product={{ productId, slug, title }}
        pictures={product.gallery}
        choices={presentChoices(product, locale)}
        addToCart={addToCart}
        locale={locale}
        words={stageWords(product, locale)}
        head={<ProductHead product={product} />}
      >
        <ProductFacts product={product} />
        <ReviewSection productId={productId} summary={summary} page={reviews} />
      </ProductStage>
      <div className="mt-12 grid grid-cols-1 gap-12">
        <ListingShelf title={t('alike')} cards={alike} locale={locale} />
        <RecentlyViewed
          words={{ title: catalog('home.recent'), clear: catalog('home.clearRecent') }}
          except={slug}
        />
      </div>
    </div>
  );
}

/** What a shared link shows. */
function previewOf({ gallery: [picture] }: ProductPage) {
  if (!picture) return [];
  const width = picture.widths.at(-1) ?? picture.width;
  return [{ url: pictureUrl(picture, width, 'webp'), width, alt: picture.alt }];
}
