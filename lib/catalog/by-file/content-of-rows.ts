import { newId } from '@/lib/kernel/ids';
import { ok, type Result } from '@/lib/kernel/result';
import type { AttributeSchema } from '../attribute-schema';
import {
  CONTENT_LIMITS,
  emptyContent,
  optionsKeyOf,
  productContent,
  type ProductContent,
} from '../drafts/content';
import { choiceOf, readAttributes } from '../drafts/typed-content';
import type { ProductRowProblem } from '../model';
import { leftOut } from './left-out';
import type { TypedRow } from './read-products';

/** What a product is to say, with the addresses of its pictures; none where those it has are to stay. */
export type FiledContent = {
  readonly content: Omit<ProductContent, 'pictures'>;
  readonly pictures: readonly string[];
};

const YES = new Set(['yes', 'true', '1']);
const NO = new Set(['no', 'false', '0']);

/**
 * What the rows of one product say, on top of what it says already. The product speaks in its first row, each row of a
 * variant; what is left empty stays as it is, and a variant with the same options stays the variant it was.
 */
export function contentOfRows(
  rows: readonly TypedRow[],
  before: ProductContent | null,
  { categoryId, schema }: { readonly categoryId: string; readonly schema: AttributeSchema },
): Result<FiledContent, ProductRowProblem> {
  const [first] = rows;
  const base = before ?? emptyContent(categoryId, newId());
  if (!first) return leftOut('unreadable');
  const strange = Object.keys(first.attributes).find(
    (key) => !schema.attributes.some((each) => each.key === key),
  );
  if (strange !== undefined) return leftOut('attribute_unknown', strange);
  const attributes = readAttributes(schema, base.attributes, asOffered(schema, first.attributes));
  if (!attributes.ok) return leftOut('attribute_wrong', String(attributes.detail?.label ?? ''));
  const pictures = first.pictures.split(/[\s|]+/).filter(Boolean);
  const wrong = pictures.find((address) => !isPictureAddress(address));
  if (wrong !== undefined) return leftOut('picture_address_wrong', wrong.slice(0, 100));
  if (pictures.length > CONTENT_LIMITS.pictures) return leftOut('too_many_pictures', CONTENT_LIMITS.pictures);
  const read = productContent.omit({ pictures: true }).safeParse({
    categoryId,
    title: first.title || base.title,
    brand: first.brand || base.brand,
    description: first.description || base.description,
    highlights: first.highlights === '' ? base.highlights : linesOf(first.highlights),
    attributes: attributes.value,
    variants: rows.map((row) => variantOf(row, schema, base)),
  });
  if (!read.success) return leftOut('too_long', String(read.error.issues[0]?.path[0] ?? ''));
  return ok({ content: read.data, pictures });
}

function variantOf({ options: typed, gtin }: TypedRow, schema: AttributeSchema, base: ProductContent) {
  const options = Object.fromEntries(
    Object.entries(typed).map(([key, value]) => [key, choiceOf(schema, key, value)]),
  );
  const known = base.variants.find((each) => optionsKeyOf(each.options) === optionsKeyOf(options));
  return { variantId: known?.variantId ?? newId(), options, gtin: gtin || (known?.gtin ?? '') };
}

/** Choices as the schema offers them, however they were typed, and yes and no in its own words. */
function asOffered(schema: AttributeSchema, typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).map(([key, value]) => {
      const isYesOrNo = schema.attributes.find((each) => each.key === key)?.type === 'boolean';
      const plain = value.toLowerCase();
      if (isYesOrNo && YES.has(plain)) return [key, 'true'];
      if (isYesOrNo && NO.has(plain)) return [key, 'false'];
      return [key, choiceOf(schema, key, value)];
    }),
  );
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n|]/)
    .map((line) => line.trim())
    .filter(Boolean);
}

function isPictureAddress(address: string): boolean {
  return address.length <= 2000 && URL.canParse(address) && new URL(address).protocol === 'https:';
}
