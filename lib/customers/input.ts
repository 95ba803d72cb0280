import { z } from 'zod';
import { parsePublicId } from '@/lib/kernel/ids';
import { COUNTRY_CODES } from './model';

const line = (longest: number) => z.string().trim().max(longest);
const requiredLine = (longest: number) => line(longest).min(1);

export const postalAddressInput = z.object({
  recipient: requiredLine(100),
  line1: requiredLine(200),
  line2: line(200).default(''),
  city: requiredLine(100),
  region: line(100).default(''),
  postalCode: requiredLine(16).regex(/^[\p{L}\p{N}][\p{L}\p{N} -]*$/u, 'postal_code'),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => COUNTRY_CODES.includes(code), 'country'),
  phone: line(30)
    .regex(/^(\+?[\d\s()./-]{5,})?$/, 'phone')
    .default(''),
});

/** `adr_…` to the key behind it. */
export const addressId = z.string().transform((text, context) => {
  const id = parsePublicId('adr', text);
  if (id) return id;
  context.addIssue({ code: 'custom', message: 'invalid' });
  return z.NEVER;
});

const checkbox = z
  .enum(['on', 'true'])
  .optional()
  .transform((value) => value !== undefined);

export const addAddressInput = postalAddressInput.extend({ isDefault: checkbox });

export const updateAddressInput = addAddressInput.extend({ addressId });

export const profileInput = z.object({ name: requiredLine(100) });
