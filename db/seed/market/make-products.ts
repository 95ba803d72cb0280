import { seedId, randomFrom, type Random } from '../random';
import { artworkSource, type ArtworkRecipe, type Shot } from '../artwork/recipe';
import { colourHex } from '../demo-data/attributes';
import { DEPARTMENTS } from '../demo-data/departments';
import type { ProductType } from '../demo-data/product-type';
import { SELLERS } from '../demo-data/sellers';
import { demoGtin } from './gtin';
import { friendlyPrice, toDollars } from './prices';
import { slugOf } from './slug';

export type SeedVariant = {
  readonly id: string;
  readonly options: Readonly<Record<string, string>>;
  readonly gtin: string;
  /** Index into the product's pictures. */
  readonly picture: number;
};

export type SeedOffer = {
  readonly id: string;
  readonly sellerName: string;
  readonly variantId: string;
  readonly sku: string;
  readonly condition: 'new' | 'refurbished' | 'used';
  readonly priceMinor: { readonly EUR: number; readonly USD: number };
  /** Before a sale that is on now. */
  readonly compareAtMinor: { readonly EUR: number; readonly USD: number } | null;
  readonly saleEndsInHours: number | null;
  readonly onHand: number;
};

export type SeedPicture = {
  readonly recipe: ArtworkRecipe;
  readonly assetId: string;
  readonly variantId: string | null;
};

export type SeedProduct = {
  readonly id: string;
  readonly slug: string;
  readonly department: string;
  readonly category: string;
  readonly brand: string;
  readonly title: string;
  readonly description: string;
  readonly highlights: readonly string[];
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly variants: readonly SeedVariant[];
  readonly offers: readonly SeedOffer[];
  readonly pictures: readonly SeedPicture[];
  /** 0 to 1: how much it is bought and talked about. */
  readonly appeal: number;
  readonly ageDays: number;
};

/** Later rounds of the same things carry the name of a series. */
const SERIES = [
  '',
  'Classic',
  'Studio',
  'No. 2',
  'Plus',
  'Heritage',
  'Essential',
  'Select',
  'Compact',
  'Signature',
  'Field',
  'Atelier',
];
const MOST_VARIANTS = 8;

/** `count` different products, every type first once round, then in other brands and series. */
export function makeProducts(count: number): SeedProduct[] {
  const models = DEPARTMENTS.flatMap((department) =>
    department.types.flatMap((type) =>
      type.models.map((model, index) => ({ department: department.slug, type, model, index })),
    ),
  );
  const products: SeedProduct[] = [];
  for (let round = 0; products.length < count; round++) {
    for (const { department, type, model, index } of models) {
      if (products.length === count) break;
      const brand = type.brands[(index + round) % type.brands.length]!;
      const series = SERIES[Math.floor(round / type.brands.length) % SERIES.length]!;
      const edition = Math.floor(round / (type.brands.length * SERIES.length));
      const title = [brand, model, series, edition > 0 ? `Mk ${edition + 1}` : ''].filter(Boolean).join(' ');
      products.push(makeProduct(department, type, title, brand, index, products.length));
    }
  }
  return products;
}

function makeProduct(
  department: string,
  type: ProductType,
  title: string,
  brand: string,
  index: number,
  serial: number,
): SeedProduct {
  const random = randomFrom(`product ${title}`);
  const appeal = random.next() ** 2;
  const variants = makeVariants(type, title, random, serial);
  const icon = type.icons[index % type.icons.length]!;
  return {
    id: seedId(`product ${title}`),
    slug: slugOf(title),
    department,
    category: type.category,
    brand,
    title,
    description: random.sample(type.story, random.between(2, Math.min(4, type.story.length))).join('\n\n'),
    highlights: random.sample(type.highlights, 3),
    attributes: makeAttributes(type, title, random),
    variants: variants.map(({ picture, ...variant }) => ({ ...variant, picture })),
    offers: makeOffers(department, type, brand, variants, random, appeal),
    pictures: makePictures(type, icon, brand, variants, random, serial),
    appeal,
    ageDays: random.between(1, 700),
  };
}

const MEASURES: Readonly<Record<string, RegExp>> = {
  diameter: /(\d+) cm/,
  blade_length: /(\d+) cm/,
  length: /(\d+) cm/,
  volume: /([\d.]+) (ml|l)\b/,
};

/** Chance decides, except for a measure that the title names: then it is that, or nothing at all. */
function makeAttributes(type: ProductType, title: string, random: Random): SeedProduct['attributes'] {
  const drawn = Object.entries(type.attributes).flatMap(
    ([key, values]): [string, string | number | boolean][] => {
      const measure = MEASURES[key];
      if (!measure) return [[key, random.pick(values)]];
      const [, amount, unit] = measure.exec(title) ?? [];
      return amount === undefined ? [] : [[key, Math.round(Number(amount) * (unit === 'l' ? 1000 : 1))]];
    },
  );
  return Object.fromEntries(drawn);
}

function makeVariants(type: ProductType, title: string, random: Random, serial: number): SeedVariant[] {
  const axes = Object.entries(type.axes ?? {}).map(
    ([key, values]) => [key, someOf(key, values, random)] as const,
  );
  const choices = axes.reduce<Record<string, string>[]>(
    (sofar, [key, values]) => sofar.flatMap((choice) => values.map((value) => ({ ...choice, [key]: value }))),
    [{}],
  );
  const colours = [...new Set(choices.map((choice) => choice.colour ?? ''))];
  return choices.slice(0, MOST_VARIANTS).map((options, position) => ({
    id: seedId(`variant ${title} ${Object.values(options).join(' ')}`),
    options,
    gtin: demoGtin(serial * 10 + position),
    picture: colours.indexOf(options.colour ?? ''),
  }));
}

/** A picture for each colour, then close, group and card: two to five or so in all. */
function makePictures(
  type: ProductType,
  icon: string,
  brand: string,
  variants: readonly SeedVariant[],
  random: Random,
  serial: number,
): SeedPicture[] {
  const picture = (shot: Shot, colour: string | null, variantId: string | null): SeedPicture => {
    const recipe = { icon, scene: type.scene, shot, colour, brand, take: serial };
    return { recipe, assetId: seedId(`asset ${artworkSource(recipe)}`), variantId };
  };
  const firsts = variants.filter(
    (variant, index) => variants.findIndex(({ picture: at }) => at === variant.picture) === index,
  );
  const heroes = firsts.map((variant) =>
    picture('hero', colourHex(variant.options.colour ?? ''), variant.options.colour ? variant.id : null),
  );
  const lead = heroes[0]?.recipe.colour ?? null;
  const others = random.sample(
    ['close', 'group', 'card'] as const,
    random.between(1, heroes.length > 2 ? 2 : 3),
  );
  return [...heroes, ...others.map((shot) => picture(shot, lead, null))];
}

/** The seller of the department that carries it, and now and then one or two more who offer it too. */
function makeOffers(
  department: string,
  type: ProductType,
  brand: string,
  variants: readonly SeedVariant[],
  random: Random,
  appeal: number,
): SeedOffer[] {
  const candidates = SELLERS.filter((seller) => seller.departments.includes(department));
  const owner = candidates.find((seller) => seller.name.startsWith(brand)) ?? random.pick(candidates);
  const rivals = random.chance(0.45)
    ? random.sample(
        candidates.filter((seller) => seller !== owner),
        random.between(1, 2),
      )
    : [];
  const [low, high] = type.price;
  const base = friendlyPrice(low * (high / low) ** (random.next() * 0.9));
  const onSale = random.chance(0.14);
  const soldOut = random.chance(0.04);

  return [owner, ...rivals].flatMap((seller, rank) => {
    const second = seller.name === 'Second Light';
    const factor = rank === 0 ? 1 : 0.93 + random.next() * 0.16;
    const carried = rank === 0 ? variants : random.sample(variants, Math.ceil(variants.length / 2));
    return carried.map((variant): SeedOffer => {
      const size = random.pick([1, 1, 1, 1.1]) * (1 + axisStep(variant) * 0.18);
      const full = friendlyPrice(base * factor * size * (second ? 0.68 : 1));
      const price = rank === 0 && onSale ? friendlyPrice(full * random.pick([0.7, 0.75, 0.8, 0.85])) : full;
      const reduced = price < full;
      return {
        id: seedId(`offer ${seller.name} ${variant.id}`),
        sellerName: seller.name,
        variantId: variant.id,
        sku: `${seller.name.slice(0, 2).toUpperCase()}-${variant.gtin.slice(-6)}`,
        condition: second ? 'refurbished' : 'new',
        priceMinor: { EUR: price, USD: toDollars(price) },
        compareAtMinor: reduced ? { EUR: full, USD: toDollars(full) } : null,
        saleEndsInHours: reduced ? random.between(6, 96) : null,
        onHand: soldOut ? 0 : stockOf(random, appeal),
      };
    });
  });
}

/** Bigger packs and more storage cost more. */
function axisStep({ options }: SeedVariant): number {
  const amounts = ['1', '2', '3', '4', '6', '12'];
  const storages = ['64 GB', '128 GB', '256 GB', '512 GB', '1 TB'];
  const weights = ['100 g', '250 g', '500 g', '1 kg'];
  return (
    Math.max(0, amounts.indexOf(options.pack ?? '')) * 3.2 +
    Math.max(0, storages.indexOf(options.storage ?? '')) +
    Math.max(0, weights.indexOf(options.net_weight ?? '')) * 3
  );
}

function stockOf(random: Random, appeal: number): number {
  return random.weighted([
    [0, 4],
    [random.between(1, 5), 12],
    [random.between(6, 30), 44],
    [random.between(30, 60 + Math.round(200 * appeal)), 40],
  ]);
}

/** Sizes come in their order, colours in any: else every product's first would be black. */
function someOf(key: string, values: readonly string[], random: Random): string[] {
  const some = random.sample(values, random.between(2, Math.min(4, values.length)));
  return key === 'colour' ? some : inOrder(values, some);
}

function inOrder(all: readonly string[], some: readonly string[]): string[] {
  return all.filter((value) => some.includes(value));
}
