import { CalendarDays, MapPin, RotateCcw } from '@/components/ui/icons';
import type { ReactNode } from 'react';
import { Photo } from '@/components/media/photo';
import { Avatar } from '@/components/ui/avatar';
import { Stars } from '@/components/ui/rating';
import { currentLocale, words } from '@/components/ui/words';
import { FormStatus } from '@/components/ui/state';
import { formatAverage, formatDate } from '@/lib/i18n';
import type { Storefront } from '@/lib/sellers/model';

/** Who a seller is: cover, name, standing, and their story in their own words. */
export async function StorefrontHead({ seller }: { seller: Storefront }) {
  const t = await words('storefront');
  const locale = await currentLocale();
  const { name, rating, cover, logo, tagline, story } = seller;
  return (
    <header className="mb-8 grid grid-cols-1 gap-5">
      <Photo
        picture={cover}
        sizes="(min-width: 82rem) 78rem, 100vw"
        eager
        decorative
        className="-mx-4 h-36 sm:h-48 md:mx-0 md:mt-6 md:h-64 md:rounded-lg"
      />
      <div className="-mt-14 flex items-end gap-4 md:-mt-16 md:px-6">
        <span className="rounded-full border-4 border-surface bg-surface">
          {logo ? (
            <Photo picture={logo} sizes="6rem" eager decorative className="size-20 rounded-full md:size-24" />
          ) : (
            <Avatar name={name} size="large" className="size-20 md:size-24" />
          )}
        </span>
      </div>
      <div className="md:px-6">
        <h1 className="text-xl md:text-2xl">{name}</h1>
        {tagline && <p className="mt-1 text-muted">{tagline}</p>}
        {seller.awayUntil && (
          <div className="mt-4 max-w-text">
            <FormStatus kind="info">
              {t('away', { date: formatDate(seller.awayUntil, locale, 'date') })}
            </FormStatus>
          </div>
        )}
        <ul className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
          <li className="flex items-center gap-2">
            {rating ? (
              <>
                <Stars
                  value={rating.average}
                  label={t('rating', { average: formatAverage(rating.average, locale), count: rating.count })}
                />
                <span aria-hidden className="tabular-nums">
                  <span className="font-strong">{formatAverage(rating.average, locale)}</span>{' '}
                  <span className="text-muted">{t('ratings', { count: rating.count })}</span>
                </span>
              </>
            ) : (
              t('newSeller')
            )}
          </li>
          {seller.location && (
            <Fact icon={<MapPin aria-hidden />}>{t('ships', { place: seller.location })}</Fact>
          )}
          <Fact icon={<RotateCcw aria-hidden />}>
            {seller.returnDays > 0 ? t('returns', { days: seller.returnDays }) : t('noReturns')}
          </Fact>
          <Fact icon={<CalendarDays aria-hidden />}>
            {t('since', { date: formatDate(seller.memberSince, locale, 'monthYear') })}
          </Fact>
        </ul>
        {story.length > 0 && (
          <section aria-label={t('story', { name })} className="mt-5 grid max-w-text gap-3">
            {story.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        )}
        {seller.returnsPolicy.length > 0 && (
          <details className="mt-4 max-w-text">
            <summary className="touch cursor-pointer text-sm underline underline-offset-4">
              {t('returnsPolicy')}
            </summary>
            <div className="mt-3 grid gap-3">
              {seller.returnsPolicy.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          </details>
        )}
      </div>
    </header>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5 text-muted [&>svg]:size-4">
      {icon}
      {children}
    </li>
  );
}
