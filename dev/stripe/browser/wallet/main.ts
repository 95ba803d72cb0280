import { STEP_DONE } from '../messages';
import { ApiClient } from '../stand-in/api-client';

/** The wallet's sheet: hands the page a payment method for the chosen card, or nothing when it is closed. */
const asked = new URLSearchParams(window.location.search);
const api = new ApiClient(window.location.origin, asked.get('key') ?? '');

function end(result: string | null): void {
  window.parent.postMessage({ type: STEP_DONE, result }, '*');
}

async function pay(button: HTMLButtonElement): Promise<void> {
  const chosen = document.querySelector<HTMLInputElement>('input[name=card]:checked');
  button.disabled = true;
  const made = await api.createPaymentMethod({
    type: 'card',
    'card[token]': (chosen?.value ?? '').replace('pm_card_', 'tok_'),
    'card[wallet]': button.dataset.wallet ?? '',
  });
  if ('value' in made) return end(made.value.id);
  button.disabled = false;
  const problem = document.querySelector('.problem');
  if (problem) problem.textContent = made.error.message ?? 'The wallet does not answer.';
}

const payButton = document.querySelector<HTMLButtonElement>('[data-pay]');
payButton?.addEventListener('click', () => pay(payButton));
document.querySelector('[data-close]')?.addEventListener('click', () => end(null));
document.addEventListener('keydown', (event) => event.key === 'Escape' && end(null));
