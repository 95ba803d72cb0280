import { z } from 'zod';
import { COUNTRY_CODES } from '@/lib/customers/model';
import { COUNTRY_GROUPS } from './country-groups';

const text = (longest: number) => z.string().trim().max(longest);

export const applicationInput = z.object({
  name: text(60).min(3),
  tagline: text(120).default(''),
  story: text(3000).min(20),
  city: text(100).min(1),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'country'),
});

/** Who a shop is before the law. */
export const businessInput = z
  .object({
    legalName: text(120).min(1),
    line1: text(200).min(1),
    line2: text(200).default(''),
    postalCode: text(16).min(1),
    city: text(100).min(1),
    region: text(100).default(''),
    country: z
      .string()
      .trim()
      .toUpperCase()
      .refine((code) => COUNTRY_CODES.includes(code), 'country'),
    vatId: text(30)
      .default('')
      .transform((typed) => typed.toUpperCase().replaceAll(/[\s.-]/g, '')),
  })
  .refine(({ country, vatId }) => vatId === '' || isVatId(vatId, country), {
    path: ['vatId'],
    message: 'vat_id',
  });

/** In the Union a number begins with its country's code (Directive 2006/112/EC art. 215; Greece's is EL). */
function isVatId(vatId: string, country: string): boolean {
  if (!COUNTRY_GROUPS.eu.includes(country)) return /^[A-Z\d]{4,20}$/.test(vatId);
  const prefix = country === 'GR' ? 'EL' : country;
  return vatId.startsWith(prefix) && /^[A-Z\d+*]{2,12}$/.test(vatId.slice(prefix.length));
}
