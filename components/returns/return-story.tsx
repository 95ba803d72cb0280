import { currentLocale, words } from '@/components/ui/words';
import { formatDate, formatMoney } from '@/lib/i18n';
import type { ReturnView } from '@/lib/returns/model';
import { ReturnParcel } from './return-parcel';
import { PhotoThumb } from './photo-thumb';

const CLOCKS = ['requested', 'accepted', 'received', 'exchanging', 'escalated'] as const;

type Clocked = (typeof CLOCKS)[number];

type ReturnStoryProps = {
  item: ReturnView;
  /** Where whoever reads this gets the photos. */
  photosUnder: string;
};

/** Which pieces, why, at whose cost, what comes next and until when, and what both sides said. */
export async function ReturnStory({ item, photosUnder }: ReturnStoryProps) {
  const [t, locale] = await Promise.all([words('returns'), currentLocale()]);
  return (
    <div className="grid gap-3">
      <ul>
        {item.lines.map(({ lineId, title, quantity }) => (
          <li key={lineId}>{t('pieces', { quantity, title })}</li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        {t('seller.reason', { reason: t(`reasons.${item.reason}`) })}{' '}
        {t(`shipping.${item.sellerPaysShipping ? 'seller' : 'buyer'}`)}
      </p>
      {item.exchange && <p>{t(`exchange.${exchangeState(item)}`, { variant: item.exchange.variant })}</p>}
      {item.dueAt && isClocked(item.status) && (
        <p className="text-sm font-strong">
          {t(`due.${item.status}`, { date: formatDate(item.dueAt, locale, 'weekday') })}
        </p>
      )}
      {item.refunded && (
        <p className="font-strong text-positive">
          {t('refunded', { amount: formatMoney(item.refunded, locale) })}
        </p>
      )}
      {item.photos.length > 0 && (
        <ul className="flex flex-wrap gap-3">
          {item.photos.map(({ photoId, by }, index) => (
            <li key={photoId}>
              <PhotoThumb
                source={`${photosUnder}/${photoId}`}
                alt={t(`photos.of.${by}`, { number: index + 1 })}
              />
            </li>
          ))}
        </ul>
      )}
      {item.parcel && <ReturnParcel parcel={item.parcel} />}
      <section className="grid gap-2">
        <h4 className="text-sm text-muted">{t('history')}</h4>
        <ol className="grid gap-2 border-s-2 border-line ps-4 text-sm">
          {item.history.map((each) => (
            <li key={`${each.at} ${each.event}`}>
              <p className="flex flex-wrap justify-between gap-x-4">
                <span>
                  <span className="font-strong">{t(`by.${each.by}`)}</span> {t(`event.${each.event}`)}
                </span>
                <time dateTime={each.at} className="text-muted">
                  {formatDate(each.at, locale, 'dateTime')}
                </time>
              </p>
              {each.words && <p className="wrap-anywhere whitespace-pre-line text-muted">{each.words}</p>}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

const WITHOUT_EXCHANGE: readonly ReturnView['status'][] = [
  'declined',
  'rejected',
  'escalated',
  'ruled',
  'cancelled',
];

/** What became of the wish to exchange. */
function exchangeState({ status, exchange }: ReturnView) {
  if (exchange?.refundedFor) return exchange.refundedFor;
  if (status === 'exchanged') return 'sent';
  return WITHOUT_EXCHANGE.includes(status) ? 'over' : 'wanted';
}

function isClocked(status: ReturnView['status']): status is Clocked {
  return (CLOCKS as readonly string[]).includes(status);
}
