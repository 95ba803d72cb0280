import { currentLocale, words } from '@/components/ui/words';
import type { CheckoutPromotion } from '@/lib/checkout/model';
import { formatMoney } from '@/lib/kernel/money';

export type PromotionNotice = { readonly kind: 'success' | 'warning'; readonly text: string };

/** What a code does, or why it does nothing. */
export async function promotionNotice(promotion: CheckoutPromotion | null): Promise<PromotionNotice | null> {
  if (!promotion) return null;
  const locale = await currentLocale();
  const t = await words('cart');
  const { code } = promotion;
  if (promotion.state === 'applied') {
    const amount = formatMoney(promotion.discount, locale);
    return { kind: 'success', text: t('promotion.applied', { code, amount }) };
  }
  if (promotion.missing) {
    const amount = formatMoney(promotion.missing, locale);
    return { kind: 'warning', text: t('promotion.missing', { code, amount }) };
  }
  const errors = await words('errors');
  return { kind: 'warning', text: errors(`codes.${promotion.reason}`) };
}
