import { words } from '@/components/ui/words';
import type { SavedCardChoice } from './saved-card';

type Card = {
  readonly cardId: string;
  readonly brand: string;
  readonly last4: string;
  readonly expires: string;
};

/** Kept cards in words. */
export async function presentCards(cards: readonly Card[]): Promise<SavedCardChoice[]> {
  const t = await words('checkout');
  return cards.map(({ cardId, brand, last4, expires }) => ({
    cardId,
    label: t('payment.card', { brand: `${brand.charAt(0).toUpperCase()}${brand.slice(1)}`, last4 }),
    expires: t('payment.expires', { expires }),
  }));
}
