'use server';

import { z } from 'zod';
import { DESK, defineAction } from '@/lib/http';
import { parsePublicId, publicId } from '@/lib/kernel/ids';
import { ok } from '@/lib/kernel/result';
import { beginUpload, cropUpload, finishUpload, listUploads } from '@/lib/media';
import { privateStorage } from '@/lib/platform/storage';

const assetId = z
  .string()
  .transform((text) => parsePublicId('med', text))
  .pipe(z.uuid());

/** Says how large a picture is; answers where to send it. */
export const beginPicture = defineAction({
  name: 'seller.begin-picture',
  policy: DESK.changeOffers,
  logged: false,
  input: z.object({ bytes: z.number().int().positive() }),
  rateLimit: { limit: 600, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, seller, clock, input }) => {
    const begun = await beginUpload(db, privateStorage(), { sellerId: seller.sellerId, ...input }, clock());
    if (!begun.ok) return begun;
    const { address } = begun.value;
    return ok({ assetId: publicId('med', begun.value.assetId), address });
  },
});

/** Says that a picture has been sent. */
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
