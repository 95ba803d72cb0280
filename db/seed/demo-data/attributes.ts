import type { AttributeSeed } from './product-type';

/** Attributes that several categories share: the same key means the same thing everywhere. */

const COLOURS = {
  Black: '#26241f',
  White: '#f6f2ea',
  Grey: '#8b8882',
  Sand: '#d9c4a1',
  Sage: '#9fb093',
  Forest: '#3f5d45',
  Ocean: '#2f6d8c',
  Navy: '#2b3a5c',
  Sky: '#8fbfd8',
  Terracotta: '#c4633f',
  Mustard: '#d9a227',
  Rose: '#d98c93',
  Berry: '#8e2f4c',
  Lilac: '#b3a1cf',
  Oak: '#b98a56',
  Walnut: '#6f4a30',
} as const;

export type ColourName = keyof typeof COLOURS;

/** `#rrggbb` of a colour's name, or null when the word is not one of ours. */
export function colourHex(name: string): string | null {
  return Object.entries(COLOURS).find(([colour]) => colour === name)?.[1] ?? null;
}

export const colour: AttributeSeed = {
  key: 'colour',
  label: 'Colour',
  type: 'choice',
  facet: true,
  axis: true,
  choices: Object.entries(COLOURS).map(([value, hex]) => ({ value, label: value, hex })),
};

export const material = choice('material', 'Material', [
  'Stoneware',
  'Porcelain',
  'Glass',
  'Stainless steel',
  'Cast iron',
  'Oak',
  'Walnut',
  'Bamboo',
  'Cotton',
  'Linen',
  'Wool',
  'Leather',
  'Recycled polyester',
  'Canvas',
  'Silicone',
  'Aluminium',
  'Brass',
  'Silver',
  'Cork',
  'Natural rubber',
  'Paper',
]);

export const clothingSize = choice('size', 'Size', ['XS', 'S', 'M', 'L', 'XL'], { axis: true });

export const shoeSize = choice(
  'shoe_size',
  'Shoe size (EU)',
  ['37', '38', '39', '40', '41', '42', '43', '44', '45'],
  { axis: true },
);

export const capacity = choice('storage', 'Storage', ['64 GB', '128 GB', '256 GB', '512 GB', '1 TB'], {
  axis: true,
});

export const packSize = choice('pack', 'Pack', ['1', '2', '3', '4', '6', '12'], { axis: true });

export const weight = choice('net_weight', 'Net weight', ['100 g', '250 g', '500 g', '1 kg'], { axis: true });

export function choice(
  key: string,
  label: string,
  values: readonly string[],
  { axis = false }: { axis?: boolean } = {},
): AttributeSeed {
  return {
    key,
    label,
    type: 'choice',
    facet: true,
    axis,
    choices: values.map((value) => ({ value, label: value })),
  };
}

export function measure(key: string, label: string, unit: string, facet = false): AttributeSeed {
  return { key, label, type: 'number', unit, facet };
}

export function fact(key: string, label: string): AttributeSeed {
  return { key, label, type: 'boolean', facet: true };
}

export function note(key: string, label: string): AttributeSeed {
  return { key, label, type: 'text' };
}
