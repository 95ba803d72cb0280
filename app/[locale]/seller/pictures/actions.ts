'use server';

import { z } from 'zod';
import { DESK, defineAction } from '@/lib/http';
import { parsePublicId, publicId } from '@/lib/kernel/ids';
import { ok, type Result } from '@/lib/kernel/result';
import { beginFilmUpload, beginUpload, cropUpload, finishUpload, listUploads } from '@/lib/media';
import { privateStorage } from '@/lib/platform/storage';

const assetId = z
  .string()
  .transform((text) => parsePublicId('med', text))
  .pipe(z.uuid());

/** Says how large a film is; answers where to send it. */
export const beginFilm = defineAction({
  name: 'seller.begin-film',
  policy: DESK.changeOffers,
  logged: false,
  input: z.object({ bytes: z.number().int().positive() }),
  rateLimit: { limit: 60, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, seller, clock, input }) =>
    begunOf(await beginFilmUpload(db, privateStorage(), { sellerId: seller.sellerId, ...input }, clock())),
});

/** Says how large a picture is, and which film it stands for; answers where to send it. */
export const beginPicture = defineAction({
  name: 'seller.begin-picture',
  policy: DESK.changeOffers,
  logged: false,
  input: z.object({ bytes: z.number().int().positive(), filmId: assetId.optional() }),
  rateLimit: { limit: 600, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, seller, clock, input }) =>
    begunOf(await beginUpload(db, privateStorage(), { sellerId: seller.sellerId, ...input }, clock())),
});

/** Says that a picture or film has been sent. */
export const finishPicture = defineAction({
  name: 'seller.finish-picture',
  policy: DESK.changeOffers,
  logged: false,
  input: z.object({ assetId }),
  handler: ({ db, seller, input }) =>
    finishUpload(db, privateStorage(), { sellerId: seller.sellerId, ...input }),
});

/** Cuts a picture to a square, or shows it whole again. */
export const cropPicture = defineAction({
  name: 'seller.crop-picture',
  policy: DESK.changeOffers,
  logged: false,
  input: z.object({ assetId, square: z.number().int().min(0).max(100).nullable() }),
  handler: async ({ db, seller, input }) => {
    const cropped = await cropUpload(db, { sellerId: seller.sellerId, ...input });
    return cropped.ok ? ok({ assetId: publicId('med', cropped.value.assetId) }) : cropped;
  },
});

/** How pictures that are being made have come along; those of others are not among the answers. */
export const lookAtPictures = defineAction({
  name: 'seller.look-at-pictures',
  policy: DESK.changeOffers,
  logged: false,
  input: z.object({ assetIds: z.array(assetId).max(50) }),
  handler: async ({ db, seller, input }) => {
    const uploads = await listUploads(db, seller.sellerId, input.assetIds);
    return ok(uploads.map((upload) => ({ ...upload, assetId: publicId('med', upload.assetId) })));
  },
});

function begunOf<E extends string>(begun: Result<{ assetId: string; address: string }, E>) {
  if (!begun.ok) return begun;
  const { assetId: id, address } = begun.value;
  return ok({ assetId: publicId('med', id), address });
}
