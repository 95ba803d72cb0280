import type { FormAnswer, MethodRequest } from '../messages';
import { ApiClient } from '../stand-in/api-client';
import type { CardFields } from './card-fields';

/** Exchanges the typed card for a payment method. A refusal about a field is shown beside it as well. */
export async function createCardMethod(
  publishableKey: string,
  card: CardFields,
  { fields }: MethodRequest,
): Promise<FormAnswer> {
  const typed = Object.entries(card.typed).map(([name, value]) => [`card[${name}]`, value] as const);
  const api = new ApiClient(window.location.origin, publishableKey);
  const made = await api.createPaymentMethod({ ...fields, type: 'card', ...Object.fromEntries(typed) });
  if ('value' in made) return { method: 'card', paymentMethod: made.value.id };
  const field = fieldOf(made.error.param);
  if (field) card.showProblem(field, made.error.message ?? null);
  return { error: made.error };
}

function fieldOf(param: string | undefined): 'number' | 'expiry' | 'cvc' | null {
  if (param === 'number') return 'number';
  if (param?.startsWith('exp_')) return 'expiry';
  return param?.includes('cvc') ? 'cvc' : null;
}
