import type { DeclineName } from './declines';

/** What a card does when it is charged. Everything left out goes well. */
export type CardBehaviour = {
  readonly declined?: DeclineName;
  /** Refused also when it is attached to a customer. */
  readonly attaches?: false;
  /** `unless_set_up`: not again after it was authenticated while being saved. */
  readonly authentication?: 'always' | 'unless_set_up';
  readonly disputed?: 'fraudulent' | 'product_not_received' | 'inquiry';
  readonly refund?: 'pending' | 'fails';
  /** Paid out at once instead of waiting for the settlement delay. */
  readonly availableAtOnce?: true;
};

export type TestCard = CardBehaviour & {
  readonly number: string;
  readonly brand: 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay';
  readonly funding: 'credit' | 'debit' | 'prepaid';
  readonly country: string;
};

/** Stripe's documented test cards; the key is the part after `pm_card_` and `tok_` of its tokens. */
export const TEST_CARDS = {
  visa: visa('4242424242424242'),
  visa_debit: { ...visa('4000056655665556'), funding: 'debit' },
  mastercard: mastercard('5555555555554444'),
  mastercard_debit: { ...mastercard('5200828282828210'), funding: 'debit' },
  mastercard_prepaid: { ...mastercard('5105105105105100'), funding: 'prepaid' },
  amex: card('378282246310005', 'amex'),
  discover: card('6011111111111117', 'discover'),
  diners: card('3056930009020004', 'diners'),
  jcb: card('3566002020360505', 'jcb'),
  unionpay: card('6200000000000005', 'unionpay'),
  de: { ...visa('4000002760000016'), country: 'DE' },
  fr: { ...visa('4000002500000003'), country: 'FR' },
  gb: { ...visa('4000008260000000'), country: 'GB' },
  bypassPending: { ...visa('4000000000000077'), availableAtOnce: true },
  chargeDeclined: { ...visa('4000000000000002'), declined: 'generic_decline', attaches: false },
  chargeDeclinedInsufficientFunds: {
    ...visa('4000000000009995'),
    declined: 'insufficient_funds',
    attaches: false,
  },
  chargeDeclinedLostCard: { ...visa('4000000000009987'), declined: 'lost_card', attaches: false },
  chargeDeclinedStolenCard: { ...visa('4000000000009979'), declined: 'stolen_card', attaches: false },
  radarBlock: { ...visa('4100000000000019'), declined: 'fraudulent', attaches: false },
  chargeDeclinedExpiredCard: { ...visa('4000000000000069'), declined: 'expired_card', attaches: false },
  chargeDeclinedIncorrectCvc: { ...visa('4000000000000127'), declined: 'incorrect_cvc', attaches: false },
  chargeDeclinedProcessingError: {
    ...visa('4000000000000119'),
    declined: 'processing_error',
    attaches: false,
  },
  visa_chargeDeclinedVelocityLimitExceeded: {
    ...visa('4000000000006975'),
    declined: 'card_velocity_exceeded',
    attaches: false,
  },
  chargeCustomerFail: { ...visa('4000000000000341'), declined: 'generic_decline' },
  authenticationRequiredOnSetup: { ...visa('4000002500003155'), authentication: 'unless_set_up' },
  authenticationRequired: { ...visa('4000002760003184'), authentication: 'always' },
  threeDSecure2Required: { ...visa('4000000000003220'), authentication: 'always' },
  threeDSecureRequiredChargeDeclined: {
    ...visa('4000008400001629'),
    authentication: 'always',
    declined: 'generic_decline',
  },
  authenticationRequiredChargeDeclinedInsufficientFunds: {
    ...visa('4000008260003178'),
    authentication: 'always',
    declined: 'insufficient_funds',
  },
  createDispute: { ...visa('4000000000000259'), disputed: 'fraudulent' },
  createDisputeProductNotReceived: { ...visa('4000000000002685'), disputed: 'product_not_received' },
  createDisputeInquiry: { ...visa('4000000000001976'), disputed: 'inquiry' },
  refundFail: { ...visa('4000000000005126'), refund: 'fails' },
  pendingRefund: { ...visa('4000000000007726'), refund: 'pending' },
} as const satisfies Readonly<Record<string, TestCard>>;

export type TestCardName = keyof typeof TEST_CARDS;

const names = Object.keys(TEST_CARDS) as readonly TestCardName[];
const byNumber = new Map<string, TestCardName>(names.map((name) => [TEST_CARDS[name].number, name]));

export function testCard(name: TestCardName): TestCard {
  return TEST_CARDS[name];
}

export function testCardByNumber(number: string): TestCardName | null {
  return byNumber.get(number) ?? null;
}

/** The card of `pm_card_visa`, `tok_visa` and their like. */
export function testCardByToken(token: string): TestCardName | null {
  const name = token.replace(/^(pm_card|tok)_/, '');
  return token !== name && isTestCardName(name) ? name : null;
}

function isTestCardName(name: string): name is TestCardName {
  return Object.hasOwn(TEST_CARDS, name);
}

/** Luhn's check digit, which every card number carries. */
export function hasValidCheckDigit(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < number.length; place++) {
    const digit = Number(number[number.length - 1 - place]);
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function card(number: string, brand: TestCard['brand']) {
  return { number, brand, funding: 'credit', country: 'US' } as const;
}

function visa(number: string) {
  return card(number, 'visa');
}

function mastercard(number: string) {
  return card(number, 'mastercard');
}
