import type { Scene } from '../artwork/recipe';

/** Whole minor units from the cheapest to the dearest product of a type, in euro cents. */
export type PriceRange = readonly [lowMinor: number, highMinor: number];

/** One kind of thing the demo market sells, from which several distinct products are made. */
export type ProductType = {
  /** Slugs from the department down. */
  readonly category: string;
  /** Names of the icon set, one for each model in their order. */
  readonly icons: readonly string[];
  readonly scene: Scene;
  readonly brands: readonly string[];
  /** One product each: what it is called after its brand. */
  readonly models: readonly string[];
  readonly price: PriceRange;
  /** Attribute key -> the values its products draw from. One value for all is said once. */
  readonly attributes: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  /** Axis key -> the values a product may come in; it comes in some of them. */
  readonly axes?: Readonly<Record<string, readonly string[]>>;
  /** Three to five sentences about what it is like; each product tells some of them. */
  readonly story: readonly string[];
  readonly highlights: readonly string[];
};

export type CategorySeed = {
  readonly slug: string;
  readonly name: string;
  readonly description?: string;
  readonly attributes?: readonly AttributeSeed[];
  readonly children?: readonly CategorySeed[];
};

export type AttributeSeed = {
  readonly key: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'boolean' | 'choice';
  readonly unit?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string; readonly hex?: string }[];
  readonly facet?: boolean;
  readonly axis?: boolean;
};

/** A department with its categories and what is sold in them. */
export type DepartmentSeed = CategorySeed & {
  readonly icon: string;
  readonly scene: Scene;
  readonly types: readonly ProductType[];
};
