import { z } from 'zod';
import { invalidRequest, type ApiError } from './api-error';

/**
 * The kinds of value a form-encoded parameter can be. Each route states its parameters with them, strictly: what
 * a route does not know is refused, as Stripe does.
 */
export const text = z.string().min(1).max(5000);

/** An empty text unsets the field. */
export const clearableText = z
  .string()
  .max(5000)
  .transform((value) => (value === '' ? null : value));

export const integer = z
  .string()
  .regex(/^-?\d{1,15}$/, 'Invalid integer')
  .transform(Number);

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Keys sent with an empty value are removed by an update. */
export const metadata = z.record(z.string().max(40), z.string().max(500));

export function list<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => (isObject(value) ? Object.values(value) : value), z.array(item).max(100));
}

export const address = z.strictObject({
  city: clearableText.optional(),
  country: clearableText.optional(),
  line1: clearableText.optional(),
  line2: clearableText.optional(),
  postal_code: clearableText.optional(),
  state: clearableText.optional(),
});

export const shipping = z.strictObject({
  address,
  name: text,
  phone: clearableText.optional(),
  carrier: clearableText.optional(),
  tracking_number: clearableText.optional(),
});

export const billingDetails = z.strictObject({
  address: address.optional(),
  email: clearableText.optional(),
  name: clearableText.optional(),
  phone: clearableText.optional(),
});

/** Parses, or throws the error Stripe answers with. */
export function parseParameters<T extends z.ZodType>(
  schema: T,
  fields: Readonly<Record<string, unknown>>,
): z.output<T> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  throw parameterError(parsed.error.issues[0], fields);
}

function parameterError(
  issue: z.core.$ZodIssue | undefined,
  fields: Readonly<Record<string, unknown>>,
): ApiError {
  if (!issue) return invalidRequest('Invalid request');
  if (issue.code === 'unrecognized_keys') {
    const param = bracketed([...issue.path, issue.keys[0] ?? '']);
    return invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  }
  const param = bracketed(issue.path);
  if (valueAt(fields, issue.path) === undefined) {
    return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  return invalidRequest(`Invalid ${param}: ${issue.message}`, { param });
}

function bracketed(path: readonly PropertyKey[]): string {
  return path.map((segment, depth) => (depth === 0 ? String(segment) : `[${String(segment)}]`)).join('');
}

function valueAt(fields: Readonly<Record<string, unknown>>, path: readonly PropertyKey[]): unknown {
  let value: unknown = fields;
  for (const segment of path) value = isObject(value) ? value[String(segment)] : undefined;
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
