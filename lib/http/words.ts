import type { z } from 'zod';
import { translator, type Locale, type Messages } from '@/lib/i18n';
import type { RefusalDetail } from '@/lib/kernel/result';
import type { ErrorCode } from './errors';

type FieldWord = keyof Messages['errors']['fields'];

/** The sentence for a refusal. `detail` fills what the sentence leaves open. */
export function errorWords(locale: Locale, code: ErrorCode, detail: RefusalDetail = {}): string {
  const values = Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  );
  const retryAfterMinutes = Math.max(1, Math.ceil(Number(detail.retryAfterSeconds ?? 0) / 60));
  return translator(locale, 'errors')(`codes.${code}`, { ...values, retryAfterMinutes });
}

/**
 * Words per field for what a schema refused; the first problem of a field is told. A schema names its own
 * words by a key of `fields`: `z.string().refine(check, 'postal_code')`.
 */
export function fieldWords(locale: Locale, error: z.ZodError): Record<string, string> {
  const t = translator(locale, 'errors');
  const words: Record<string, string> = {};
  for (const issue of error.issues) {
    words[issue.path.join('.')] ??= t(`fields.${fieldWord(issue)}`, limitsOf(issue));
  }
  return words;
}

function fieldWord(issue: z.core.$ZodIssue): FieldWord {
  if (isFieldWord(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'required' : 'invalid';
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array')
        return Number(issue.minimum) <= 1 ? 'required' : 'too_short';
      return 'too_low';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_high';
    case 'invalid_format':
      return issue.format === 'email' ? 'email' : 'invalid';
    default:
      return 'invalid';
  }
}

const FIELD_WORDS = {
  required: true,
  invalid: true,
  email: true,
  too_short: true,
  too_long: true,
  too_low: true,
  too_high: true,
  password_same_as_email: true,
  password_mismatch: true,
  accept_terms: true,
  country: true,
  phone: true,
  postal_code: true,
  vat_id: true,
  order_number: true,
  price: true,
  amount: true,
  percent: true,
  promotion_code: true,
  ends_before_start: true,
  needs_code: true,
} as const satisfies Record<FieldWord, true>;

function isFieldWord(text: string): text is FieldWord {
  return Object.hasOwn(FIELD_WORDS, text);
}

function limitsOf(issue: z.core.$ZodIssue): Record<string, number> {
  return {
    minimum: 'minimum' in issue ? Number(issue.minimum) : 0,
    maximum: 'maximum' in issue ? Number(issue.maximum) : 0,
  };
}
