'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { DESK, defineAction } from '@/lib/http';
import { publicId } from '@/lib/kernel/ids';
import { ok, type Result } from '@/lib/kernel/result';
import { applyImport, beginImport, mapImport, readImport, undoImport } from '@/lib/offers';
import { SHEET_FIELDS, type SheetColumns } from '@/lib/offers/model';
import { privateStorage } from '@/lib/platform/storage';
import { publicUuid } from '../../../public-uuid';

const anImport = z.object({
  importId: publicUuid('imp'),
});

/** Says that a file of offers is coming; answers where to send it. */
export const beginOfferImport = defineAction({
  name: 'seller.begin-offer-import',
  policy: DESK.changeOffers,
  logged: false,
  input: z.object({ fileName: z.string().trim().min(1).max(200), bytes: z.number().int().positive() }),
  rateLimit: { limit: 30, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, seller, actor, clock, input }) => {
    const file = { ...input, sellerId: seller.sellerId, userId: actor.userId };
    const begun = await beginImport(db, privateStorage(), file, clock());
    if (!begun.ok) return begun;
    return ok({ importId: publicId('imp', begun.value.importId), address: begun.value.address });
  },
});

/** Says that a file has been sent, and has it read. */
export const readOfferImport = defineAction({
  name: 'seller.read-offer-import',
  policy: DESK.changeOffers,
  logged: false,
  input: anImport,
  handler: ({ db, seller, input }) =>
    readImport(db, privateStorage(), { ...input, sellerId: seller.sellerId }),
});

/** A column's place in the heading; empty for one that is not in the file. */
const column = z
  .string()
  .regex(/^\d{0,4}$/)
  .transform((text) => (text === '' ? undefined : Number(text)));

/** Says which column of a file says what, and has it read anew. */
export const mapOfferImport = defineAction({
  name: 'seller.map-offer-import',
  policy: DESK.changeOffers,
  logged: false,
  input: anImport.extend({ columns: z.partialRecord(z.enum(SHEET_FIELDS), column) }),
  handler: async ({ db, seller, input: { importId, columns } }) => {
    const said = Object.entries(columns).filter(([, place]) => place !== undefined);
    const own = { importId, sellerId: seller.sellerId };
    return shown(await mapImport(db, own, Object.fromEntries(said) as SheetColumns));
  },
});

/** Makes the changes that were shown. */
export const applyOfferImport = defineAction({
  name: 'seller.apply-offer-import',
  policy: DESK.changeOffers,
  input: anImport,
  handler: async ({ db, seller, input }) =>
    shown(await applyImport(db, { ...input, sellerId: seller.sellerId })),
});

/** Makes everything what it was before. */
export const undoOfferImport = defineAction({
  name: 'seller.undo-offer-import',
  policy: DESK.changeOffers,
  input: anImport,
  handler: async ({ db, seller, input }) =>
    shown(await undoImport(db, { ...input, sellerId: seller.sellerId })),
});

/** The page shows what came of it without being asked for again. */
function shown<T, E extends string>(result: Result<T, E>): Result<T, E> {
  if (result.ok) refresh();
  return result;
}
