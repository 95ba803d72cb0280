import { currentLocale, words } from '@/components/ui/words';
import type { CheckoutCode } from '@/lib/checkout/model';
import { formatMoney } from '@/lib/kernel/money';

export type PromotionNotice = { readonly kind: 'success' | 'warning'; readonly text: string };

/** What a code does, or why it does nothing. */
export async function promotionNotice(typed: CheckoutCode | null): Promise<PromotionNotice | null> {
  if (!typed) return null;
  const locale = await currentLocale();
  const t = await words('cart');
  const { code } = typed;
  if (typed.state === 'applied') {
    const amount = formatMoney(typed.saves, locale);
    return { kind: 'success', text: t('promotion.applied', { code, amount }) };
  }
  if (typed.missing) {
    const amount = formatMoney(typed.missing, locale);
    return { kind: 'warning', text: t('promotion.missing', { code, amount }) };
  }
  const errors = await words('errors');
  return { kind: 'warning', text: errors(`codes.${typed.reason}`) };
}
