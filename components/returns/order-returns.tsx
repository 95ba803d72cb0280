import { currentLocale, words } from '@/components/ui/words';
import type { FormAction } from '@/components/workspace/action-form';
import { formatDate } from '@/lib/i18n';
import type { SellerOrderView } from '@/lib/orders/model';
import { RETURN_REASONS, type Returnable, type ReturnView } from '@/lib/returns/model';
import { BuyerReturn } from './buyer-return';
import type { PhotoActions } from './photo-desk';
import { LabelLink } from './label-link';
import { RequestReturn } from './request-return';
import { ReturnBadge } from './return-badge';
import { ReturnStory } from './return-story';
import { ShowPhotos } from './show-photos';

type OrderReturnsProps = {
  number: string;
  part: SellerOrderView;
  returns: readonly ReturnView[];
  /** What can still be given back; null when nothing can. */
  returnable: Returnable | null;
  actions: {
    readonly request: FormAction<unknown>;
    readonly move: FormAction<void>;
    readonly photos: PhotoActions<{ number: string; returnId: string }>;
  };
};

/** What a buyer gave back of one seller's part, and what they still can. */
export async function OrderReturns({ number, part, returns, returnable, actions }: OrderReturnsProps) {
  const [t, locale] = await Promise.all([words('returns'), currentLocale()]);
  return (
    <>
      {returns.map((item) => (
        <section key={item.returnId} className="grid gap-3 border-t border-line px-4 py-4 md:px-6">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="text-base">
              {t('one', {
                date: formatDate(item.requestedAt, locale, 'dayMonth'),
                pieces: item.lines.reduce((sum, { quantity }) => sum + quantity, 0),
              })}
            </h3>
            <ReturnBadge status={item.status} />
          </div>
          <ReturnStory item={item} photosUnder={`/api/orders/${number}/photos`} />
          <ShowPhotos
            item={item}
            by="buyer"
            subject={{ number, returnId: item.returnId }}
            actions={actions.photos}
          />
          <LabelLink item={item} number={number} />
          <BuyerReturn
            number={number}
            item={item}
            action={actions.move}
            words={{ cancel: t('cancel'), send: t('send'), escalate: t('escalate'), words: t('words') }}
          />
        </section>
      ))}
      {returnable && (
        <RequestReturn
          number={number}
          sellerOrderId={part.sellerOrderId}
          action={actions.request}
          lines={returnable.lines.map(({ lineId, quantity }) => {
            const title = part.lines.find((line) => line.lineId === lineId)?.title ?? '';
            return { lineId, title, most: quantity, quantityLabel: t('seller.pieces', { title }) };
          })}
          exchanges={returnable.lines.flatMap(({ lineId, exchanges }) => {
            const title = part.lines.find((line) => line.lineId === lineId)?.title ?? '';
            return exchanges.map(({ offerId, variant }) => ({
              value: offerId,
              label: t('wished', { title, variant }),
            }));
          })}
          reasons={RETURN_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          words={{
            title: t('title'),
            lead: await lead(returnable),
            legend: t('legend'),
            reason: t('reason'),
            wish: t('wish'),
            wishHint: t('wishHint'),
            money: t('money'),
            note: t('note'),
            optional: t('optional'),
            button: t('button'),
            less: t('seller.less'),
            more: t('seller.more'),
          }}
        />
      )}
    </>
  );
}

async function lead({ until, byRight }: Returnable): Promise<string> {
  const [t, locale] = await Promise.all([words('returns'), currentLocale()]);
  if (until === null) return t('over');
  const date = t('until', { date: formatDate(until, locale, 'weekday') });
  return byRight ? `${date} ${t('byRight')}` : date;
}
