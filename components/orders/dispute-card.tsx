import type { ReactNode } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { currentLocale, words } from '@/components/ui/words';
import { formatDate, formatMoney } from '@/lib/i18n';
import type { DisputeStatus, DisputeView } from '@/lib/payments/model';

const TONES: Readonly<Record<DisputeStatus, Tone>> = {
  needs_response: 'danger',
  under_review: 'warning',
  won: 'positive',
  lost: 'danger',
  closed: 'neutral',
};

type DisputeCardProps = {
  dispute: DisputeView;
  /** What the reader can do about it while evidence is taken. */
  children: ReactNode;
};

/** A buyer's bank asks for the money back: why, until when it listens, what was said, what it has decided. */
export async function DisputeCard({ dispute, children }: DisputeCardProps) {
  const [t, locale] = await Promise.all([words('disputes'), currentLocale()]);
  const date = (at: string | null) => (at ? formatDate(at, locale, 'dateTime') : '');
  const { status, reason, amount, openedAt, evidence } = dispute;
  const isOpen = status === 'needs_response' || status === 'under_review';
  return (
    <Card className="grid gap-3 p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-lg">{t('title')}</h2>
        <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
      </div>
      <p className="font-strong tabular-nums">
        {t('amount', { amount: formatMoney(amount, locale), date: formatDate(openedAt, locale, 'dayMonth') })}
      </p>
      <p>{t(`reason.${isKnown(reason) ? reason : 'general'}`)}</p>
      {isOpen && <p>{t(dispute.isInquiry ? 'inquiry' : 'open')}</p>}
      {status === 'needs_response' && dispute.evidenceDueAt && (
        <p className="font-strong">{t('due', { date: date(dispute.evidenceDueAt) })}</p>
      )}
      {status === 'under_review' && dispute.submittedAt && (
        <p>{t('submitted', { date: date(dispute.submittedAt) })}</p>
      )}
      {!isOpen && <p>{t(status, { date: date(dispute.closedAt) })}</p>}
      <h3 className="text-base">{t('evidence')}</h3>
      {evidence.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
      <ol className="grid gap-2 border-s-2 border-line ps-4 empty:hidden">
        {evidence.map(({ text, addedAt }) => (
          <li key={`${addedAt} ${text}`} className="text-sm break-words whitespace-pre-line">
            <time dateTime={addedAt} className="block text-muted">
              {date(addedAt)}
            </time>
            {text}
          </li>
        ))}
      </ol>
      {status === 'needs_response' && children}
    </Card>
  );
}

/** The provider's reasons that have words of their own. */
const REASONS = [
  'fraudulent',
  'product_not_received',
  'product_unacceptable',
  'duplicate',
  'credit_not_processed',
  'subscription_canceled',
  'unrecognized',
  'general',
] as const;

function isKnown(reason: string): reason is (typeof REASONS)[number] {
  return REASONS.some((known) => known === reason);
}
