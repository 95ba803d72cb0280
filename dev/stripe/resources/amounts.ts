import { invalidRequest } from '../api/api-error';

/** The smallest charge by currency, in minor units: the currencies the sandbox takes. */
const MINIMUM: Readonly<Record<string, number>> = { eur: 50, usd: 50, gbp: 30, jpy: 50, kwd: 200 };

const MAXIMUM = 99_999_999;

/** Currencies with three digits after the point; cards charge them in tens. */
const THREE_DECIMALS = ['kwd'];

/** The currency in lower case, as answers give it. */
export function requireCurrency(currency: string): string {
  const code = currency.toLowerCase();
  if (!Object.hasOwn(MINIMUM, code)) {
    throw invalidRequest(
      `Invalid currency: ${code}. The sandbox supports: ${Object.keys(MINIMUM).join(', ')}`,
      { param: 'currency' },
    );
  }
  return code;
}

export function requireAmount(amount: number, currency: string): void {
  if (amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  if (amount < (MINIMUM[currency] ?? 1)) {
    throw invalidRequest(`Amount must be at least ${MINIMUM[currency]} ${currency}`, {
      code: 'amount_too_small',
      param: 'amount',
    });
  }
  if (amount > MAXIMUM) {
    throw invalidRequest(`Amount must be no more than ${MAXIMUM} ${currency}`, {
      code: 'amount_too_large',
      param: 'amount',
    });
  }
  requirePayable(amount, currency);
}

/** Charges and refunds alike. */
export function requirePayable(amount: number, currency: string): void {
  if (THREE_DECIMALS.includes(currency) && amount % 10 !== 0) {
    throw invalidRequest('Amounts in three-decimal currencies must be evenly divisible by 10.', {
      code: 'invalid_charge_amount',
      param: 'amount',
    });
  }
}
