import { z } from 'zod';
import { parsePublicId, type IdPrefix } from '@/lib/kernel/ids';
import type { Activity } from './activity';
import { MEASURE_NAMES } from './model';

const MOST_SHOWN = 100;
const LONGEST_TERM = 60;

const keyOf = (prefix: IdPrefix) =>
  z.string().transform((text, context) => {
    const id = parsePublicId(prefix, text);
    if (id !== null) return id;
    context.addIssue({ code: 'custom', message: 'invalid' });
    return z.NEVER;
  });

/** Words as they are counted: in one spelling, short, and never a mail address somebody pasted. */
const term = z
  .string()
  .max(500)
  .transform((text) => {
    const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
    return words === '' || words.length > LONGEST_TERM || words.includes('@') ? null : words;
  });

/** What one page showed: tiles that came into view, the product it was about, and what was searched for before. */
export const seenInput = z
  .object({
    shown: z.array(keyOf('prd')).max(MOST_SHOWN),
    viewed: z.object({ productId: keyOf('prd'), offerId: keyOf('off').nullable() }).nullable(),
    term: term.nullable(),
  })
  .transform(({ shown, viewed, term: searched }): Activity[] => [
    ...[...new Set(shown)].map((productId) => ({
      ...{ kind: 'shown' as const, productId, offerId: null },
      // A product's own page shows others beside it, which nobody searched for.
      term: viewed ? null : searched,
    })),
    ...(viewed ? [{ kind: 'viewed' as const, ...viewed, term: searched }] : []),
  ]);

const day = z.string().optional().catch(undefined);

const asked = { days: day, from: day, until: day };

/** Which days somebody wants to look at, and what is drawn of them, as an address says it; what it is not is left out. */
export const insightQuery = z.object({ ...asked, chart: z.enum(MEASURE_NAMES).catch('sales') });

/** Which days, and what of them, is to be taken along as a file. */
export const insightFileQuery = z.object({
  ...asked,
  of: z.enum(['days', 'products', 'terms']).catch('days'),
});
