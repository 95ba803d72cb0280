import { addressWords } from '@/components/account/address-words';
import { words } from '@/components/ui/words';
import type { CheckoutFormWords } from './checkout-form';
import type { RefusalWords } from './payment-element';
import type { WayToPayWords } from './way-to-pay';

/** Everything the checkout form says, ready for the browser. */
export async function checkoutFormWords(email: string): Promise<CheckoutFormWords> {
  const t = await words('checkout');
  return {
    contact: t('contact.title'),
    email: t('contact.email'),
    emailHint: t('contact.emailHint'),
    receipt: t('contact.signedIn', { email }),
    addressTitle: t('address.title'),
    address: {
      ...addressWords(await words('account')),
      choose: t('address.choose'),
      another: t('address.new'),
    },
    delivery: t('delivery.title'),
    paymentTitle: t('payment.title'),
    nothingToPay: t('credit.paysAll'),
    payment: await wayToPayWords(),
    purchase: {
      required: t('problems.required'),
      invalidEmail: t('problems.email'),
      fieldsWrong: t('problems.fields'),
      connection: t('problems.connection'),
      placed: t('place.placed'),
      changed: t.raw('place.changed'),
      refusals: await refusalWords(),
    },
    place: {
      pay: t.raw('place.button'),
      payPlusTax: t.raw('place.buttonPlusTax'),
      order: t('place.order'),
      placing: t('place.placing'),
      paying: t('place.paying'),
      total: t('review.total'),
      toCart: t('place.toCart'),
    },
  };
}

export async function wayToPayWords(): Promise<WayToPayWords> {
  const t = await words('checkout');
  return {
    choose: t('payment.choose'),
    newCard: t('payment.new'),
    saveCard: t('payment.saveCard'),
    secure: t('payment.secure'),
    loading: t('element.loading'),
    loadFailed: t('element.loadFailed'),
    retry: t('element.retry'),
    refusals: await refusalWords(),
  };
}

/** Provider's decline and error codes that have words of ours. */
const REFUSALS = [
  'card_declined',
  'insufficient_funds',
  'expired_card',
  'incorrect_cvc',
  'lost_card',
  'stolen_card',
  'payment_intent_authentication_failure',
  'payment_intent_unexpected_state',
  'payment_canceled',
] as const;

/** Why a payment was refused. */
export async function refusalWords(): Promise<RefusalWords> {
  const t = await words('checkout');
  return {
    other: t('refusals.other'),
    byCode: Object.fromEntries(REFUSALS.map((code) => [code, t(`refusals.${code}`)])),
  };
}
