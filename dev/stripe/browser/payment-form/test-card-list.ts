import { formatNumber } from '../card-input';
import type { CardFields } from './card-fields';

/** The list of test cards under the fields: one press fills the form and folds the list. */
export function offerTestCards(form: HTMLFormElement, card: CardFields): void {
  const list = form.querySelector('details');
  for (const choice of form.querySelectorAll<HTMLButtonElement>('[data-test-card]')) {
    choice.addEventListener('click', () => {
      const number = choice.dataset.testCard ?? '';
      card.enter({
        number: formatNumber(number),
        expiry: `12 / ${String((new Date().getFullYear() + 3) % 100)}`,
        cvc: number.startsWith('3') ? '1234' : '123',
      });
      list?.removeAttribute('open');
      list?.querySelector('summary')?.focus();
    });
  }
}
