'use server';

import { z } from 'zod';
import { checkProductFile, makeProductsByFile } from '@/lib/catalog';
import type { ProductsByFile } from '@/lib/catalog/model';
import { DESK, defineAction } from '@/lib/http';
import { translator, type Locale } from '@/lib/i18n';
import { csv } from '@/lib/kernel/csv';
import { ok } from '@/lib/kernel/result';
import { MOST_PRODUCT_SHEET_BYTES } from './limits';

const sheet = z.object({ sheet: z.file().min(1).max(MOST_PRODUCT_SHEET_BYTES) });

/** Shows what a file of products would make. */
export const checkProductSheet = defineAction({
  name: 'seller.check-product-sheet',
  policy: DESK.changeOffers,
  logged: false,
  input: sheet,
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, locale, input }) => {
    const checked = await checkProductFile(db, {
      sellerId: seller.sellerId,
      file: await bytesOf(input.sheet),
    });
    return checked.ok ? ok({ ...inWords(checked.value, locale), sentWords: '' }) : checked;
  },
});

/** Makes drafts of the products of a file; what is left out keeps nothing else back. */
export const makeProductSheet = defineAction({
  name: 'seller.make-product-sheet',
  policy: DESK.changeOffers,
  logged: ({ sheet: { name } }) => ({ file: name.slice(0, 200) }),
  input: sheet,
  rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, actor, locale, input }) => {
    const made = await makeProductsByFile(db, {
      sellerId: seller.sellerId,
      userId: actor.userId,
      file: await bytesOf(input.sheet),
    });
    if (!made.ok) return made;
    const t = translator(locale, 'listing');
    const sentWords = t('byFile.made', { count: made.value.ready.length });
    return ok({ ...inWords(made.value, locale), ready: [], sentWords });
  },
});

async function bytesOf(file: File): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer());
}

/** What a file would make, as its page says it; the rows left out also as a file, each with the reason before it. */
function inWords({ heading, ready, unchanged, problems }: ProductsByFile, locale: Locale) {
  const t = translator(locale, 'listing');
  const reasons = problems.map(({ number, problem, about }) => ({
    number,
    reason: t(`problem.${problem}`, { about }),
  }));
  return {
    ready: ready.map(({ isNew, ...row }) => ({ ...row, state: t(isNew ? 'byFile.new' : 'byFile.changed') })),
    readyWords: t('byFile.ready', { count: ready.length }),
    sendWords: t('byFile.make', { count: ready.length }),
    restWords: unchanged > 0 ? t('byFile.unchanged', { count: unchanged }) : '',
    leftOut: reasons,
    leftOutWords: t('byFile.leftOut', { count: reasons.length }),
    leftOutFile: csv([
      ['row', 'problem', ...heading],
      ...problems.map(({ number, cells }, index) => [String(number), reasons[index]!.reason, ...cells]),
    ]),
  };
}
