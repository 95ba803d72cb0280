import { z } from 'zod';
import { FindProduct } from '@/components/seller/find-product';
import { Photo } from '@/components/media/photo';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { SearchX } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import type { ListingCard } from '@/lib/catalog/model';
import { DESK, errorWords, requirePage } from '@/lib/http';
import { formatMoney, type Locale } from '@/lib/i18n';
import { shownIn } from '@/lib/kernel/market';
import { storableText } from '@/lib/kernel/storable-text';
import { findToSell, searchEngine } from '@/lib/search';

const query = z.object({ q: z.string().max(120).transform(storableText).catch('').default('') });

export default async function NewOfferPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/offers/new'>) {
  const { db, locale } = await requirePage(DESK.changeOffers, '/seller/offers/new', params);
  const { q } = query.parse(await searchParams);
  const [t, found] = await Promise.all([
    words('listing'),
    findToSell(db, searchEngine(), q, shownIn(locale)),
  ]);
  return (
    <>
      <PageHead title={t('find.title')} lead={t('find.lead')} />
      <FindProduct
        path="/seller/offers/new"
        text={q}
        error={found.ok ? null : errorWords(locale, found.error)}
        words={{
          label: t('find.label'),
          hint: t('find.hint'),
          find: t('find.find'),
          scan: t('find.scan'),
          stop: t('find.stop'),
          scanLead: t('find.scanLead'),
          scanRefused: t('find.scanRefused'),
        }}
      />
      {found.ok && found.value.cards.length > 0 && (
        <>
          <FoundProducts cards={found.value.cards} locale={locale} />
          <p className="mt-4 text-muted">
            {t('find.describeLead')}{' '}
            <Link href={describeAddress('')} className="touch text-ink underline underline-offset-4">
              {t('find.describe')}
            </Link>
          </p>
        </>
      )}
      {found.ok && q !== '' && found.value.cards.length === 0 && (
        <EmptyState
          icon={<SearchX />}
          title={t('find.nothingTitle')}
          action={
            <ButtonLink href={describeAddress(found.value.gtin === null ? q : '')} variant="primary">
              {t('find.describe')}
            </ButtonLink>
          }
        >
          {t('find.nothing', { text: q })}
        </EmptyState>
      )}
    </>
  );
}

function describeAddress(title: string): string {
  return title === '' ? '/seller/products/new' : `/seller/products/new?${new URLSearchParams({ title })}`;
}

async function FoundProducts({ cards, locale }: { cards: readonly ListingCard[]; locale: Locale }) {
  const t = await words('listing');
  return (
    <section className="mt-8">
      <h2 className="mb-3 text-lg">{t('find.found')}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {cards.map((card) => (
          <li key={card.productId}>
            <Link
              href={`/seller/offers/new/${card.productId}`}
              className="flex min-h-14 items-center gap-4 px-4 py-3 transition hover:bg-sunken"
            >
              <Photo picture={card.image} sizes="64px" decorative className="size-16 shrink-0 rounded-md" />
              <span className="min-w-0">
                <span className="line-clamp-2 font-strong">{card.title}</span>
                <span className="block text-sm text-muted">
                  {[
                    card.brand,
                    t('find.offers', {
                      count: card.offerCount,
                      price: card.price ? formatMoney(card.price, locale) : '',
                    }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
