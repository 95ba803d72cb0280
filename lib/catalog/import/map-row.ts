import { createHash } from 'node:crypto';
import type { Attributes, AttributeValue } from '../attribute-schema';
import { slugOf } from '@/lib/kernel/slug';
import { inferCategory } from '../taxonomy/infer-category';
import { parseGtin } from '../gtin';
import type { ImportMapping } from './mapping';
import { priceOf, stockOf, type RowPrice } from './price-row';
import { readList, readNumber, readText, textOf, type Row } from './row';

/** A product as an import saves it. */
export type ImportedProduct = {
  readonly externalId: string;
  readonly slug: string;
  readonly categoryPath: string;
  readonly brand: { readonly name: string; readonly slug: string } | null;
  readonly locale: string;
  readonly title: string;
  readonly description: string;
  readonly highlights: readonly string[];
  readonly attributes: Attributes;
  readonly gtin: string | null;
  readonly imageUrl: string | null;
  readonly priorInterest: number;
  readonly publishedAt: string | null;
};

export type ImportedOffer = {
  readonly externalId: string;
  readonly sellerSlug: string;
  readonly sellerName: string;
  readonly sku: string;
  readonly stock: number;
  /** None takes the offer from sale. */
  readonly prices: readonly RowPrice[];
};

export type MappedRow = { readonly product: ImportedProduct; readonly offer: ImportedOffer };

const MAX_TITLE = 300;
const MAX_DESCRIPTION = 10_000;
const MAX_ATTRIBUTES = 120;
const MAX_ATTRIBUTE_VALUE = 500;
const ATTRIBUTE_KEY = /^[a-z][a-z0-9_]*$/;

/**
 * What a row says, by a mapping. Throws `RangeError` with the reason when it cannot be sold: no key, no
 * title, a price that is none. What is merely missing or odd (a picture, a barcode) is left out.
 */
export function mapRow(mapping: ImportMapping, row: Row): MappedRow {
  const { product: fields } = mapping;
  const key = readText(row, fields.key);
  if (!key) throw new RangeError(`${fields.key} is empty`);
  const title = readText(row, fields.title).replaceAll(/\s+/g, ' ');
  if (!title) throw new RangeError(`${fields.title} is empty`);
  const externalId = `${mapping.name}:${key}`;
  const attributes = attributesOf(mapping, row);
  return {
    product: {
      externalId,
      slug: productSlug(title, externalId),
      categoryPath: categoryOf(mapping, row, attributes),
      brand: brandOf(fields.brand ? readText(row, fields.brand) : ''),
      locale: mapping.locale,
      title: title.slice(0, MAX_TITLE),
      description: fields.description
        .map((field) => readText(row, field))
        .filter(Boolean)
        .join('\n\n')
        .slice(0, MAX_DESCRIPTION),
      highlights: fields.highlights ? readText(row, fields.highlights).split('\n').filter(Boolean) : [],
      attributes,
      gtin: fields.gtins ? (readList(row, fields.gtins).map(parseGtin).find(Boolean) ?? null) : null,
      imageUrl: fields.images.map((field) => readText(row, field)).find(isUrl) ?? null,
      priorInterest: fields.priorInterest ? Math.max(0, readNumber(row, fields.priorInterest) ?? 0) : 0,
      publishedAt: fields.publishedAt ? dateOf(readText(row, fields.publishedAt)) : null,
    },
    offer: offerOf(mapping, row, key, externalId),
  };
}

function offerOf(mapping: ImportMapping, row: Row, key: string, externalId: string): ImportedOffer {
  const { seller, sku, stock, prices } = mapping.offer;
  const value = seller.field === undefined ? '' : readText(row, seller.field);
  if (seller.field !== undefined && !value) throw new RangeError(`${seller.field} is empty`);
  const sellerSlug = slugOf(seller.slug.replaceAll('{value}', value));
  return {
    externalId,
    sellerSlug,
    sellerName: seller.name.replaceAll('{value}', value),
    sku: sku === undefined ? '' : readText(row, sku).slice(0, 100),
    stock: stockOf(stock, row, key, sellerSlug),
    prices: prices.flatMap((rule) => priceOf(rule, row, key, sellerSlug) ?? []),
  };
}

function categoryOf(mapping: ImportMapping, row: Row, attributes: Attributes): string {
  const rule = mapping.category;
  if (rule.kind === 'fixed') return rule.path;
  if (rule.kind === 'table') {
    const value = readText(row, rule.field);
    const path = rule.paths[value];
    if (path === undefined) throw new RangeError(`no category for ${rule.field} "${value}"`);
    return path;
  }
  const { departments } = rule;
  const department = departments ? departments.paths[readList(row, departments.field)[0] ?? ''] : undefined;
  const evidence = {
    texts: rule.fields.map((field) => readList(row, field).toReversed().join(' | ')),
    attributeKeys: Object.keys(attributes),
  };
  return inferCategory(evidence, department ?? null) ?? department ?? rule.otherwise;
}

function attributesOf({ product: { attributes } }: ImportMapping, row: Row): Attributes {
  const values = new Map<string, AttributeValue>();
  for (const field of Object.keys(row)) {
    const key = attributeKey(attributes, field);
    const value = key === null ? null : attributeValue(row[field]);
    if (key === null || value === null || values.has(key)) continue;
    values.set(key, value);
    if (values.size === MAX_ATTRIBUTES) break;
  }
  return Object.fromEntries(values);
}

function attributeKey(
  { fields, prefixes }: ImportMapping['product']['attributes'],
  field: string,
): string | null {
  const named = fields[field];
  if (named !== undefined) return named;
  const prefix = prefixes.find((known) => field.startsWith(known));
  const key = prefix === undefined ? '' : field.slice(prefix.length);
  return ATTRIBUTE_KEY.test(key) ? key : null;
}

function attributeValue(raw: unknown): AttributeValue | null {
  if (typeof raw === 'boolean') return raw;
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  const text = typeof raw === 'string' ? textOf(raw).slice(0, MAX_ATTRIBUTE_VALUE) : '';
  return text === '' ? null : text;
}

function brandOf(name: string): ImportedProduct['brand'] {
  const slug = slugOf(name);
  return slug === '' ? null : { name: name.slice(0, 100), slug };
}

/** Readable, and the same at every import: the title at the first one and a few letters of the id. */
function productSlug(title: string, externalId: string): string {
  const suffix = createHash('sha1').update(externalId).digest('hex').slice(0, 8);
  const words = slugOf(title);
  return words === '' ? suffix : `${words}-${suffix}`;
}

function isUrl(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

function dateOf(text: string): string | null {
  const time = Date.parse(text);
  return Number.isNaN(time) || time > Date.now() ? null : new Date(time).toISOString();
}
