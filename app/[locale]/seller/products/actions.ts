'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import {
  arrangeVariants,
  CONTENT_LIMITS,
  discardDraft,
  editProduct,
  getAttributeSchema,
  getOwnDraft,
  readAttributes,
  saveDraft,
  savePictures,
  startProduct,
  submitCompleteDrafts,
  submitDraft,
  withdrawDraft,
  type AttributeSchema,
  type Draft,
} from '@/lib/catalog';
import type { DraftStep } from '@/lib/catalog/model';
import { DESK, defineAction } from '@/lib/http';
import { localePath, translator, type Locale } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import { ok, refuse } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { typedOptions } from './typed-options';
import { publicUuid } from '../../public-uuid';

const productId = publicUuid('prd');
const draft = { productId, version: z.coerce.number().int().positive() };
const text = (longest: number) => z.string().trim().max(longest);

export const startProductAction = defineAction({
  name: 'seller.start-product',
  policy: DESK.changeOffers,
  input: z.object({ categoryId: publicUuid('cat'), title: text(CONTENT_LIMITS.title).min(3) }),
  rateLimit: { limit: 200, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, seller, actor, locale, input }) => {
    const started = await startProduct(db, { ...input, sellerId: seller.sellerId, userId: actor.userId });
    if (started.ok) goTo(locale, started.value.productId, 'basics');
    return started;
  },
});

export const editProductAction = defineAction({
  name: 'seller.edit-product',
  policy: DESK.changeOffers,
  logged: false,
  input: z.object({ productId }),
  handler: async ({ db, seller, actor, locale, input }) => {
    const begun = await editProduct(db, { ...input, sellerId: seller.sellerId, userId: actor.userId });
    if (begun.ok) goTo(locale, input.productId, 'basics');
    return begun;
  },
});

export const saveBasics = defineAction({
  name: 'seller.save-product-basics',
  policy: DESK.changeOffers,
  input: z.object({
    ...draft,
    categoryId: publicUuid('cat'),
    title: text(CONTENT_LIMITS.title).min(3),
    brand: text(CONTENT_LIMITS.brand),
    description: text(CONTENT_LIMITS.description),
    /** One a line. */
    highlights: z
      .string()
      .transform((lines) =>
        lines
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      )
      .pipe(z.array(z.string().max(CONTENT_LIMITS.highlight)).max(CONTENT_LIMITS.highlights)),
  }),
  handler: async ({ db, seller, actor, locale, input: { productId: id, version, ...basics } }) => {
    const saved = await saveDraft(db, {
      sellerId: seller.sellerId,
      userId: actor.userId,
      productId: id,
      version,
      change: (content) => ({ ...content, ...basics }),
    });
    if (saved.ok) goTo(locale, id, 'details');
    return saved;
  },
});

export const saveDetails = defineAction({
  name: 'seller.save-product-details',
  policy: DESK.changeOffers,
  input: z.object({ ...draft, attributes: z.record(z.string(), z.string().max(2000)).default({}) }),
  handler: async ({ db, seller, actor, locale, input: { productId: id, version, attributes: typed } }) => {
    const own = await getOwnDraft(db, seller.sellerId, id);
    if (!own) return refuse('not_found');
    const attributes = readAttributes(await schemaOf(db, own), own.content.attributes, typed);
    if (!attributes.ok) return attributes;
    const saved = await saveDraft(db, {
      sellerId: seller.sellerId,
      userId: actor.userId,
      productId: id,
      version,
      change: (content) => ({ ...content, attributes: attributes.value }),
    });
    if (saved.ok) goTo(locale, id, 'variants');
    return saved;
  },
});

/** In what the variants of a product differ: makes one of every combination. */
export const saveOptions = defineAction({
  name: 'seller.save-product-options',
  policy: DESK.changeOffers,
  input: z.object({ ...draft, options: typedOptions }),
  handler: async ({ db, seller, actor, input: { productId: id, version, options } }) => {
    const own = await getOwnDraft(db, seller.sellerId, id);
    if (!own) return refuse('not_found');
    const arranged = arrangeVariants(await schemaOf(db, own), own.content.variants, options);
    if (!arranged.ok) return arranged;
    const saved = await saveDraft(db, {
      sellerId: seller.sellerId,
      userId: actor.userId,
      productId: id,
      version,
      change: (content) => ({ ...content, variants: arranged.value }),
    });
    if (saved.ok) refresh();
    return saved;
  },
});

/** The barcodes of a product's variants, and which of them are not made. */
export const saveVariants = defineAction({
  name: 'seller.save-product-variants',
  policy: DESK.changeOffers,
  input: z.object({
    ...draft,
    variants: z.record(z.string(), z.object({ gtin: text(20), left: z.literal('on').optional() })),
  }),
  handler: async ({ db, seller, actor, locale, input: { productId: id, version, variants: typed } }) => {
    const saved = await saveDraft(db, {
      sellerId: seller.sellerId,
      userId: actor.userId,
      productId: id,
      version,
      change: (content) => {
        const said = content.variants.map((variant) => ({
          variant,
          typed: typed[publicId('var', variant.variantId)],
        }));
        const kept = said.filter((each) => !each.typed?.left);
        return {
          ...content,
          // The last one cannot be left out: there would be nothing to sell.
          variants: (kept.length > 0 ? kept : said).map((each) => ({
            ...each.variant,
            gtin: each.typed?.gtin.replaceAll(/[\s-]/g, '') ?? each.variant.gtin,
          })),
        };
      },
    });
    if (saved.ok) goTo(locale, id, 'pictures');
    return saved;
  },
});

/** Which pictures a product shows, in their order; saved with every change of them. */
export const saveProductPictures = defineAction({
  name: 'seller.save-product-pictures',
  policy: DESK.changeOffers,
  input: z.object({
    ...draft,
    pictures: z.array(z.object({ assetId: publicUuid('med'), alt: text(CONTENT_LIMITS.alt) })).max(50),
  }),
  handler: ({ db, seller, actor, input }) =>
    savePictures(db, { ...input, sellerId: seller.sellerId, userId: actor.userId }),
});

export const submitProduct = defineAction({
  name: 'seller.submit-product',
  policy: DESK.changeOffers,
  input: z.object(draft),
  handler: async ({ db, seller, actor, clock, input }) => {
    const submitted = await submitDraft(
      db,
      { ...input, sellerId: seller.sellerId, userId: actor.userId },
      clock(),
    );
    if (submitted.ok) refresh();
    return submitted;
  },
});

/** Hands in every draft that is complete. */
export const submitCompleteProducts = defineAction({
  name: 'seller.submit-complete-products',
  policy: DESK.changeOffers,
  input: z.object({}),
  rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, actor, clock, locale }) => {
    const by = { sellerId: seller.sellerId, userId: actor.userId };
    const counts = await submitCompleteDrafts(db, by, clock());
    refresh();
    return ok({ said: translator(locale, 'listing')('submitAll.done', counts).trim() });
  },
});

export const withdrawProduct = defineAction({
  name: 'seller.withdraw-product',
  policy: DESK.changeOffers,
  input: z.object({ productId }),
  handler: async ({ db, seller, input }) => {
    const withdrawn = await withdrawDraft(db, { ...input, sellerId: seller.sellerId });
    if (withdrawn.ok) refresh();
    return withdrawn;
  },
});

export const discardProduct = defineAction({
  name: 'seller.discard-product',
  policy: DESK.changeOffers,
  input: z.object({ productId }),
  handler: async ({ db, seller, locale, input }) => {
    const discarded = await discardDraft(db, { ...input, sellerId: seller.sellerId });
    if (discarded.ok) redirect(localePath(locale, '/seller/products'));
    return discarded;
  },
});

async function schemaOf(db: Database, { content: { categoryId } }: Draft): Promise<AttributeSchema> {
  return categoryId ? getAttributeSchema(db, categoryId) : { attributes: [] };
}

function goTo(locale: Locale, id: string, step: DraftStep): never {
  redirect(localePath(locale, `/seller/products/${publicId('prd', id)}?step=${step}`));
}
