import { Badge } from '@/components/ui/badge';
import { words } from '@/components/ui/words';
import type { FormAction } from '@/components/workspace/action-form';
import type { GiftCardView } from '@/lib/gift-cards/model';
import { formatDate, type Locale } from '@/lib/i18n';
import { formatMoney } from '@/lib/kernel/money';
import { DecisionForm } from './decision-form';

const TONES = { open: 'positive', redeemed: 'neutral', expired: 'warning', cancelled: 'danger' } as const;

type GiftCardListProps = {
  cards: readonly GiftCardView[];
  locale: Locale;
  cancel: FormAction<unknown>;
};

/** Whose each card is, what became of it, and the way to take an open one back. */
export async function GiftCardList({ cards, locale, cancel }: GiftCardListProps) {
  const t = await words('admin');
  return (
    <ul className="grid gap-3">
      {cards.map((card) => (
        <li key={card.giftCardId} className="grid gap-2 rounded-lg border border-line bg-raised p-4">
          <p className="flex flex-wrap items-center justify-between gap-x-4">
            <span className="font-strong tabular-nums">{formatMoney(card.amount, locale)}</span>
            <Badge tone={TONES[card.status]}>{t(`giftCards.status.${card.status}`)}</Badge>
          </p>
          <p className="wrap-anywhere">{card.recipientEmail}</p>
          <p className="text-sm text-muted">
            {t('giftCards.dates', {
              issued: formatDate(card.issuedAt, locale, 'date'),
              expires: formatDate(card.expiresAt, locale, 'date'),
            })}
          </p>
          {card.status === 'open' && (
            <details>
              <summary className="touch cursor-pointer text-danger">{t('giftCards.cancel')}</summary>
              <DecisionForm
                subject={{ giftCardId: card.giftCardId }}
                action={cancel}
                decisions={[{ name: 'cancel', label: t('giftCards.cancel'), isGrave: true }]}
                words={{
                  reason: t('decide.reason'),
                  reasonHint: t('giftCards.cancelHint'),
                  done: t('decide.done'),
                }}
              />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
