import { Badge } from '@/components/ui/badge';
import { SubmitButton } from '@/components/ui/submit-button';
import { currentLocale, words } from '@/components/ui/words';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { formatDate, formatMoney } from '@/lib/i18n';
import { newId, publicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { OfferPricing, OpenSale } from '@/lib/offers/model';
import { SaleForm } from './sale-form';

type OfferSaleProps = {
  offerId: string;
  pricing: OfferPricing;
  /** `2026-11-23`. */
  today: string;
  actions: { readonly plan: FormAction<void>; readonly stop: FormAction<void> };
};

/** The sale an offer is in or is to be in, or the way to one. */
export async function OfferSale({ offerId, pricing, today, actions }: OfferSaleProps) {
  const [t, locale] = await Promise.all([words('offer'), currentLocale()]);
  const { sale, lowest } = pricing;
  if (sale) {
    return (
      <ActionForm action={actions.stop} className="grid justify-items-start gap-3">
        <input type="hidden" name="offerId" value={offerId} />
        <p className="flex flex-wrap items-center gap-2 tabular-nums">
          <Badge tone={sale.status === 'running' ? 'sale' : 'neutral'}>
            {sale.status === 'running' ? t('sale.isRunning') : t('sale.isPlanned')}
          </Badge>
          <SaleDays sale={sale} />
        </p>
        <SubmitButton variant="danger">{t('sale.stop')}</SubmitButton>
      </ActionForm>
    );
  }
  return (
    <div className="grid gap-3">
      <p className="text-sm text-muted">{t('sale.lead')}</p>
      {lowest && (
        <p className="text-sm text-muted">{t('sale.lowest', { amount: formatMoney(lowest, locale) })}</p>
      )}
      <SaleForm
        saleId={publicId('sal', newId())}
        action={actions.plan}
        words={{
          price: t('sale.price', { currency: DEFAULT_MARKET.currency }),
          starts: t('sale.starts'),
          ends: t('sale.ends'),
          optional: t('sale.optional'),
          days: t('sale.days'),
          plan: t('sale.plan'),
        }}
        {...{ offerId, today }}
      />
    </div>
  );
}

async function SaleDays({ sale }: { sale: OpenSale }) {
  const [t, locale] = await Promise.all([words('offer'), currentLocale()]);
  const price = formatMoney(sale.price, locale);
  const start = formatDate(sale.startsAt, locale, 'dayMonth');
  if (!sale.endsAt) return t(`sale.${sale.status}`, { price, start });
  // The last day is the one before it ends, at midnight.
  const end = formatDate(new Date(sale.endsAt.getTime() - 1), locale, 'dayMonth');
  return t(`sale.${sale.status}Until`, { price, start, end });
}
