import { z } from 'zod';

/** Bounds of what a product says about itself, for schemas and forms. */
export const CONTENT_LIMITS = {
  title: 160,
  description: 10_000,
  highlights: 8,
  highlight: 160,
  brand: 80,
  axes: 3,
  valuesOfAxis: 30,
  variants: 100,
  pictures: 12,
  alt: 200,
} as const;

const attributeKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

const contentVariant = z.object({
  /** Stays the variant's own through all revisions. */
  variantId: z.uuid(),
  options: z.record(attributeKey, z.string().min(1).max(80)),
  /** As it was typed: what is wrong with it is said when it is checked. */
  gtin: z.string().max(20),
});

const contentPicture = z.object({
  assetId: z.uuid(),
  alt: z.string().max(CONTENT_LIMITS.alt),
  /** The variant it shows, when it shows one. */
  variantId: z.uuid().nullable().default(null),
});

/** All that one revision of a product says, whole. An unfinished draft may leave anything empty. */
export const productContent = z.object({
  categoryId: z.uuid().nullable(),
  title: z.string().max(CONTENT_LIMITS.title),
  brand: z.string().max(CONTENT_LIMITS.brand),
  /** Paragraphs of plain text. */
  description: z.string().max(CONTENT_LIMITS.description),
  highlights: z.array(z.string().min(1).max(CONTENT_LIMITS.highlight)).max(CONTENT_LIMITS.highlights),
  attributes: z.record(attributeKey, z.union([z.string(), z.number(), z.boolean()])),
  /** Never empty: what is sold in one way has one variant without options. */
  variants: z.array(contentVariant).min(1).max(CONTENT_LIMITS.variants),
  /** In the order they are shown. */
  pictures: z.array(contentPicture).max(CONTENT_LIMITS.pictures),
});

export type ProductContent = z.infer<typeof productContent>;
export type ContentVariant = ProductContent['variants'][number];

/** What a draft begins with. */
export function emptyContent(categoryId: string | null, variantId: string): ProductContent {
  return {
    categoryId,
    title: '',
    brand: '',
    description: '',
    highlights: [],
    attributes: {},
    variants: [{ variantId, options: {}, gtin: '' }],
    pictures: [],
  };
}

/** The options in one canonical line, so that a product has each choice once. */
export function optionsKeyOf(options: Readonly<Record<string, string>>): string {
  return Object.entries(options)
    .map(([key, value]) => `${key}=${value}`)
    .toSorted()
    .join(';');
}
