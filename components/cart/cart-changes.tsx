import { words, currentLocale } from '@/components/ui/words';
import { FormStatus } from '@/components/ui/state';
import type { CartLine, CartView } from '@/lib/carts/model';
import type { Translator } from '@/lib/i18n';
import { formatMoney } from '@/lib/kernel/money';
import type { CartFormAction } from './cart-actions';
import { LineButton } from './line-button';

/** What became of the basket since its owner last looked, each change in a sentence, before the total is. */
export async function CartChanges({ cart, acknowledge }: { cart: CartView; acknowledge: CartFormAction }) {
  const locale = await currentLocale();
  const t = await words('cart');
  const changed = cart.parcels.flatMap(({ lines }) => lines).filter(({ change }) => change !== null);
  if (changed.length === 0) return null;
  const prices = changed.some(({ change }) => change?.kind === 'price');
  return (
    <FormStatus kind={cart.blocked ? 'warning' : 'info'}>
      <p className="font-strong">{t('changes.title')}</p>
      <ul className="mt-1 grid gap-1">
        {changed.map((line) => (
          <li key={line.lineId}>{sentenceFor(line, t, locale)}</li>
        ))}
      </ul>
      {prices && (
        <LineButton action={acknowledge} values={{}} label={t('changes.understood')}>
          {t('changes.understood')}
        </LineButton>
      )}
    </FormStatus>
  );
}

function sentenceFor({ change, title, quantity }: CartLine, t: Translator<'cart'>, locale: string): string {
  switch (change?.kind) {
    case 'gone':
      return t('changes.gone', { title });
    case 'unpriced':
      return t('changes.unpriced', { title, currency: change.currency });
    case 'short':
      return t('changes.short', { title, available: change.available, quantity });
    case 'price': {
      const cheaper = change.now.amountMinor < change.before.amountMinor;
      const prices = { now: formatMoney(change.now, locale), before: formatMoney(change.before, locale) };
      return t(cheaper ? 'changes.cheaper' : 'changes.dearer', { title, ...prices });
    }
    default:
      return '';
  }
}
