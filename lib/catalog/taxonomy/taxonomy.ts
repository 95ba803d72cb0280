import { z } from 'zod';
import { attributeSchema, type AttributeSchema } from '../attribute-schema';
import content from './taxonomy.json' with { type: 'json' };

/**
 * The categories imports put products into: our departments and what is in them, with the id of the category
 * of Shopify's product taxonomy (MIT, LICENSE-shopify.txt) each stands for, and what gives a product of
 * it away: phrases in its words, attributes that only such products have.
 */
const category = z.object({
  path: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/),
  name: z.string(),
  taxonomy: z.string().optional(),
  words: z.array(z.string()).default([]),
  keys: z.array(z.string()).default([]),
});

const taxonomyFile = z.object({
  attributes: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      type: z.enum(['text', 'number', 'boolean']),
      unit: z.string().optional(),
    }),
  ),
  /** By path: keys of the attributes its products can be narrowed by, besides those of its department. */
  facets: z.record(z.string(), z.array(z.string())),
  categories: z.array(category),
});

export type TaxonomyCategory = z.infer<typeof category>;

const parsed = taxonomyFile.parse(content);

/** Parents before children. */
export const TAXONOMY: readonly TaxonomyCategory[] = parsed.categories;

const SCHEMAS: ReadonlyMap<string, AttributeSchema> = new Map(
  Object.entries(parsed.facets).map(([path, own]) => [path, schemaOf(path, own)]),
);

/** The schema of a category that has facets of its own or is a department; null for those that inherit. */
export function taxonomySchema(path: string): AttributeSchema | null {
  return SCHEMAS.get(path) ?? null;
}

function schemaOf(path: string, own: readonly string[]): AttributeSchema {
  const department = path.split('/')[0] ?? path;
  const keys = [...new Set([...own, ...(parsed.facets[department] ?? [])])];
  return attributeSchema.parse({
    attributes: keys.map((key) => {
      const definition = parsed.attributes.find((attribute) => attribute.key === key);
      if (!definition) throw new Error(`The taxonomy names an attribute it does not define: ${key}`);
      return { ...definition, facet: true };
    }),
  });
}
