import { z } from 'zod';
import { isCurrency } from '@/lib/kernel/money';
import { parsePublicId, type IdPrefix } from '@/lib/kernel/ids';

/** What browsers send about a basket. */
function keyOf(prefix: IdPrefix) {
  return z.string().transform((text, context) => {
    const id = parsePublicId(prefix, text);
    if (id) return id;
    context.addIssue({ code: 'custom', message: 'invalid' });
    return z.NEVER;
  });
}

/** Whole pieces, as a number or as a form's digits; `1e9`, `1.5` and `NaN` are neither. */
const quantity = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().min(1));

/** Nobody clicks faster, and a script that fills baskets stops here. */
export const WRITES = { limit: 120, windowSeconds: 60, by: 'actor' } as const;

export const addInput = z.object({ offerId: keyOf('off'), quantity: quantity.default(1) });

export const lineInput = z.object({ lineId: keyOf('lin') });

export const quantityInput = lineInput.extend({ quantity });

export const saveInput = lineInput.extend({
  saved: z.enum(['true', 'false']).transform((text) => text === 'true'),
});

export const currencyInput = z.object({ currency: z.string().refine(isCurrency) });

export const promotionInput = z.object({ code: z.string().trim().min(1).max(40) });
