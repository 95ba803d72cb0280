import { Plus, Search, Tag } from '@/components/ui/icons';
import { z } from 'zod';
import { Photo } from '@/components/media/photo';
import { ChangeChosen } from '@/components/seller/change-chosen';
import { CHOSEN_FORM } from '@/components/seller/chosen-form';
import { OfferRowForm } from '@/components/seller/offer-row-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Link } from '@/components/ui/link';
import { EmptyState, FormStatus } from '@/components/ui/state';
import { Tabs } from '@/components/ui/tabs';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { Paging } from '@/components/workspace/paging';
import { DESK, mayAtDesk, requirePage } from '@/lib/http';
import { formatMoney } from '@/lib/i18n';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { plainAmount } from '@/lib/kernel/money';
import { storableText } from '@/lib/kernel/storable-text';
import { listSellerOffers } from '@/lib/offers';
import { saveOffer } from '../actions';
import { changeChosen } from './actions';

const VIEWS = ['all', 'low', 'paused'] as const;

/** What can be done to many at once, and what has to be said for it. */
const ACTS = [
  { kind: 'raise_price', asks: 'percent' },
  { kind: 'lower_price', asks: 'percent' },
  { kind: 'set_price', asks: 'price' },
  { kind: 'add_stock', asks: 'pieces' },
  { kind: 'set_stock', asks: 'pieces' },
  { kind: 'tell_at', asks: 'pieces' },
  { kind: 'pause', asks: null },
  { kind: 'sell', asks: null },
] as const;

const query = z.object({
  q: z.string().max(100).transform(storableText).catch('').default(''),
  show: z.enum(VIEWS).catch('all').default('all'),
  after: z.uuid().nullable().catch(null).default(null),
  /** Somebody comes from making one. */
  new: z.string().optional().catch(undefined),
});

export default async function SellerOffersPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/offers'>) {
  const { db, locale, seller } = await requirePage(DESK.seeOffers, '/seller/offers', params);
  const { q, show, after, new: isNew } = query.parse(await searchParams);
  const [t, page] = await Promise.all([
    words('seller'),
    listSellerOffers(db, seller.sellerId, { text: q, show }, { limit: 30, after }, locale),
  ]);
  const isNarrowed = q !== '' || show !== 'all';
  const changes = mayAtDesk(seller.role, DESK.changeOffers);
  const rowWords = {
    price: t('offers.price'),
    onHand: t('offers.onHand'),
    selling: t('offers.selling'),
    save: t('offers.save'),
    saved: t('offers.saved'),
  };
  return (
    <>
      <PageHead title={t('offers.title')}>
        <form role="search" className="flex gap-2">
          <Input
            name="q"
            type="search"
            defaultValue={q}
            aria-label={t('offers.search')}
            placeholder={t('offers.search')}
          />
          {show !== 'all' && <input type="hidden" name="show" value={show} />}
          <Button type="submit" aria-label={t('offers.find')}>
            <Search aria-hidden className="size-5" />
          </Button>
        </form>
      </PageHead>
      {changes && (
        <div className="mb-4 flex flex-wrap gap-3">
          <ButtonLink href="/seller/offers/new" variant="primary">
            <Plus aria-hidden className="size-5" />
            {t('offers.add')}
          </ButtonLink>
          <ButtonLink href="/seller/offers/bulk">{t('offers.bulk')}</ButtonLink>
          <ButtonLink href="/seller/products">{t('offers.products')}</ButtonLink>
          <ButtonLink href="/sell/fees">{t('offers.fees')}</ButtonLink>
        </div>
      )}
      {isNew && <FormStatus kind="success">{t('offers.added')}</FormStatus>}
      <Tabs
        label={t('offers.views')}
        current={addressOf(show, q)}
        tabs={VIEWS.map((view) => ({ label: t(`offers.${view}`), href: addressOf(view, q) }))}
      />
      {page.items.length === 0 && (
        <EmptyState icon={<Tag />} title={t(isNarrowed ? 'offers.emptyTitle' : 'offers.noneTitle')}>
          {t(isNarrowed ? 'offers.empty' : 'offers.none')}
        </EmptyState>
      )}
      {changes && page.items.length > 0 && (
        <div className="mt-4">
          <ChangeChosen
            action={changeChosen}
            acts={ACTS.map(({ kind, asks }) => ({
              kind,
              label: t(`offers.act.${kind}`),
              value: asks === null ? null : t(`offers.value.${asks}`, { currency: DEFAULT_MARKET.currency }),
            }))}
            words={{
              title: t('offers.chosen'),
              act: t('offers.do'),
              chooseAll: t('offers.chooseAll'),
              apply: t('offers.apply'),
              // Counted in the browser.
              changed: t('offers.changed', { count: '{count}' }),
              left: t('offers.left', { count: '{count}' }),
            }}
          />
        </div>
      )}
      <ul className="divide-y divide-line">
        {page.items.map((offer) => (
          <li key={offer.offerId} className="grid gap-4 py-4 md:grid-cols-[1fr_auto] md:items-center">
            <div className="flex min-w-0 gap-4">
              {changes && (
                <input
                  type="checkbox"
                  form={CHOSEN_FORM}
                  name="chosen"
                  value={`${offer.offerId}.${offer.version}`}
                  aria-label={t('offers.choose', { title: offer.title })}
                  className="size-5 shrink-0 self-center accent-ink"
                />
              )}
              <Photo picture={offer.image} sizes="64px" decorative className="size-16 shrink-0 rounded-md" />
              <div className="min-w-0">
                <Link
                  href={`/seller/offers/${offer.offerId}`}
                  className="line-clamp-2 font-strong hover:underline"
                >
                  {offer.title}
                </Link>
                <p className="text-sm text-muted">
                  {[offer.variantLabel, offer.sellerSku].filter(Boolean).join(' · ')}
                </p>
                {offer.reserved > 0 && (
                  <p className="text-sm text-muted">{t('offers.reserved', { count: offer.reserved })}</p>
                )}
              </div>
            </div>
            {changes ? (
              <OfferRowForm
                action={saveOffer}
                words={rowWords}
                offer={{
                  offerId: offer.offerId,
                  version: offer.version,
                  price: offer.price ? plainAmount(offer.price) : '',
                  onHand: offer.onHand,
                  selling: offer.status === 'active',
                }}
              />
            ) : (
              <p className="text-sm tabular-nums">
                {offer.price && formatMoney(offer.price, locale)}
                {' · '}
                {t('offers.pieces', { count: offer.onHand })}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Paging path={addressOf(show, q)} after={after} next={page.next} />
    </>
  );
}

function addressOf(show: (typeof VIEWS)[number], text: string): string {
  const search = new URLSearchParams();
  if (show !== 'all') search.set('show', show);
  if (text !== '') search.set('q', text);
  return search.size > 0 ? `/seller/offers?${search}` : '/seller/offers';
}
