import { z } from 'zod';
import { CURRENCIES, type Currency } from '@/lib/kernel/money';

/** How rows of a file become products and offers. A mapping is a JSON file; fields are names of columns. */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const path = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/);
const field = z.string().min(1);
const currency = z.enum(CURRENCIES as [Currency, ...Currency[]]);
const basisPoints = z.number().int().min(0);

const categoryRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), path }),
  /** By the value of a field; other values make the row a bad one. */
  z.strictObject({ kind: z.literal('table'), field, paths: z.record(z.string(), path) }),
  /**
   * Inferred from the taxonomy: from the words of `fields` (the most telling first; a list is read from its
   * end) and from the product's attributes. `departments` narrows it by the first entry of a list field.
   */
  z.strictObject({
    kind: z.literal('infer'),
    fields: z.array(field).min(1),
    departments: z.strictObject({ field, paths: z.record(z.string(), path) }).optional(),
    otherwise: path,
  }),
]);

const delivery = z.strictObject({
  priceMinor: z.number().int().min(0),
  freeFromMinor: z.number().int().min(0).nullable().default(null),
  minDays: z.number().int().min(0),
  maxDays: z.number().int().min(0),
});

const sellerRule = z
  .strictObject({
    /** Of a merchant per value of this field; without it there is one seller, `name`. */
    field: field.optional(),
    /** `{value}` stands for the field's. */
    name: z.string().min(1),
    slug: z.string().min(1),
    country: z.string().length(2),
    tagline: z.string().default(''),
    handlingDays: z.number().int().min(0).max(60),
    delivery: z.partialRecord(currency, delivery),
  })
  .refine((rule) => rule.field !== undefined || slug.safeParse(rule.slug).success, {
    message: 'A seller of its own needs a whole slug',
  });

const priceRule = z.discriminatedUnion('kind', [
  /** As the file has it, times a rate where the file's currency is another. */
  z.strictObject({
    kind: z.literal('field'),
    field,
    unit: z.enum(['minor', 'major']),
    currency,
    rateBasisPoints: basisPoints.default(10_000),
  }),
  /**
   * A made-up price for demonstration, always the same for the same product and seller: between low and
   * high by the product's key, then up to `spread` more or less by the seller's.
   */
  z.strictObject({
    kind: z.literal('demo'),
    currency,
    rangeField: field,
    rangesMinor: z.record(z.string(), z.tuple([z.number().int().positive(), z.number().int().positive()])),
    spreadBasisPoints: basisPoints.max(5000),
  }),
]);

const stockRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), quantity: z.number().int().min(0) }),
  z.strictObject({ kind: z.literal('field'), field }),
  /** Between, by the keys of product and seller: the same row always has the same. */
  z.strictObject({ kind: z.literal('demo'), min: z.number().int().min(0), max: z.number().int().min(0) }),
]);

export const importMapping = z.strictObject({
  /** Part of every external id: products of another mapping are never touched. */
  name: slug,
  format: z.enum(['jsonl', 'csv']),
  locale: z.string().default('en'),
  product: z.strictObject({
    /** Rows with the same key are offers of one product; those rows stand together in the file. */
    key: field,
    title: field,
    brand: field.optional(),
    description: z.array(field).default([]),
    /** A text of lines. */
    highlights: field.optional(),
    gtins: field.optional(),
    images: z.array(field).default([]),
    publishedAt: field.optional(),
    /** How many people were interested elsewhere. */
    priorInterest: field.optional(),
    attributes: z
      .strictObject({
        /** Every field that begins so is an attribute, named by the rest. */
        prefixes: z.array(z.string().min(1)).default([]),
        /** Field -> attribute key, for fields without prefix and for better names. */
        fields: z.record(z.string(), z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)).default({}),
      })
      .default({ prefixes: [], fields: {} }),
  }),
  category: categoryRule,
  offer: z.strictObject({
    seller: sellerRule,
    sku: field.optional(),
    stock: stockRule,
    prices: z.array(priceRule).min(1),
  }),
});

export type ImportMapping = z.infer<typeof importMapping>;
export type PriceRule = z.infer<typeof priceRule>;
export type StockRule = z.infer<typeof stockRule>;
