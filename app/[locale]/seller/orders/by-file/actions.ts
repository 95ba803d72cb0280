'use server';

import { z } from 'zod';
import { checkParcels, shipParcelsByFile } from '@/lib/fulfilment';
import type { ParcelsByFile } from '@/lib/fulfilment/model';
import { DESK, defineAction } from '@/lib/http';
import { translator, type Locale } from '@/lib/i18n';
import { csv } from '@/lib/kernel/csv';
import { ok } from '@/lib/kernel/result';
import { MOST_PARCEL_SHEET_BYTES } from './limits';

const sheet = z.object({ sheet: z.file().min(1).max(MOST_PARCEL_SHEET_BYTES) });

/** Shows what a file of parcels would send. */
export const checkParcelSheet = defineAction({
  name: 'seller.check-parcel-sheet',
  policy: DESK.handleOrders,
  logged: false,
  input: sheet,
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, locale, input }) => {
    const checked = await checkParcels(db, { sellerId: seller.sellerId, file: await bytesOf(input.sheet) });
    return checked.ok ? ok(inWords(checked.value, locale)) : checked;
  },
});

/** Sends what a file of parcels says; what is left out keeps nothing else back. */
export const sendParcelSheet = defineAction({
  name: 'seller.send-parcel-sheet',
  policy: DESK.handleOrders,
  logged: ({ sheet: { name } }) => ({ file: name.slice(0, 200) }),
  input: sheet,
  rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, actor, clock, locale, input }) => {
    const sent = await shipParcelsByFile(db, {
      sellerId: seller.sellerId,
      userId: actor.userId,
      now: clock(),
      file: await bytesOf(input.sheet),
    });
    return sent.ok ? ok(inWords(sent.value, locale)) : sent;
  },
});

async function bytesOf(file: File): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer());
}

/** What came of a file, as its page says it; the rows left out also as a file, each with the reason before it. */
function inWords({ heading, ready, sent, waiting, problems }: ParcelsByFile, locale: Locale) {
  const t = translator(locale, 'packing');
  const reasons = problems.map(({ number, problem }) => ({
    number,
    reason: t(`byFile.problems.${problem}`),
  }));
  return {
    ready,
    readyWords: t('byFile.ready', { count: ready.length }),
    sendWords: t('byFile.send', { count: ready.length }),
    sentWords: sent.length > 0 ? t('byFile.sent', { count: sent.length }) : '',
    restWords: waiting > 0 ? t('byFile.waiting', { count: waiting }) : '',
    leftOut: reasons,
    leftOutWords: t('byFile.leftOut', { count: reasons.length }),
    leftOutFile: csv([
      ['row', 'problem', ...heading],
      ...problems.map(({ number, cells }, index) => [String(number), reasons[index]!.reason, ...cells]),
    ]),
  };
}
