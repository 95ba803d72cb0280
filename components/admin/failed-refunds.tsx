import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { SubmitButton } from '@/components/ui/submit-button';
import { currentLocale, words } from '@/components/ui/words';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { formatDate, formatMoney } from '@/lib/i18n';
import type { FailedRefund } from '@/lib/payments/model';

type FailedRefundsProps = { refunds: readonly FailedRefund[]; retry: FormAction<unknown> };

/** What is owed to buyers and did not reach them: why, when it is sent again, and a button to send it now. */
export async function FailedRefunds({ refunds, retry }: FailedRefundsProps) {
  const [t, locale] = await Promise.all([words('admin'), currentLocale()]);
  return (
    <ul className="grid gap-3">
      {refunds.map(({ refundId, orderNumber, amount, failureCode, failures, nextTryAt }) => (
        <li key={refundId}>
          <Card className="flex flex-wrap items-center justify-between gap-4 p-4">
            <div className="min-w-0">
              <Link
                href={`/admin/orders/${orderNumber}`}
                className="touch font-strong underline underline-offset-4"
              >
                {t('failedRefunds.of', { amount: formatMoney(amount, locale), number: orderNumber })}
              </Link>
              <p>
                {isKnown(failureCode)
                  ? t(`failedRefunds.why.${failureCode}`)
                  : t('failedRefunds.why.other', { code: failureCode ?? '' })}
              </p>
              <p className="text-sm text-muted">
                {t('failedRefunds.failed', { count: failures })}{' '}
                {nextTryAt
                  ? t('failedRefunds.next', { date: formatDate(nextTryAt, locale, 'dateTime') })
                  : t('failedRefunds.givenUp')}
              </p>
            </div>
            <ActionForm action={retry} className="grid gap-2">
              <input type="hidden" name="refundId" value={refundId} />
              <SubmitButton variant="secondary">{t('failedRefunds.retry')}</SubmitButton>
            </ActionForm>
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** The provider's codes that have words of their own. */
const CODES = [
  'charge_disputed',
  'charge_already_refunded',
  'balance_insufficient',
  'insufficient_funds',
  'lost_or_stolen_card',
  'expired_or_canceled_card',
  'charge_for_pending_refund_disputed',
  'declined',
  'merchant_request',
  'unknown',
] as const;

function isKnown(code: string | null): code is (typeof CODES)[number] {
  return CODES.some((known) => known === code);
}
