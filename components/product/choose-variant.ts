import type { VariantView } from './present-product';

export type Choice = Readonly<Record<string, string>>;

/** `available` can be bought, `sold_out` exists but cannot, `absent` does not exist in this combination. */
export type ValueState = 'available' | 'sold_out' | 'absent';

export function isBuyable({ offers }: VariantView): boolean {
  return (offers[0]?.most ?? 0) > 0;
}

export function findVariant(variants: readonly VariantView[], choice: Choice): VariantView | undefined {
  return variants.find((variant) =>
    Object.entries(choice).every(([key, value]) => variant.choice[key] === value),
  );
}

/** What would become of the present choice with this one value changed. */
export function stateOf(
  variants: readonly VariantView[],
  choice: Choice,
  key: string,
  value: string,
): ValueState {
  const variant = findVariant(variants, { ...choice, [key]: value });
  if (!variant) return 'absent';
  return isBuyable(variant) ? 'available' : 'sold_out';
}

/**
 * The variant to show after `value` was chosen: with the rest of the choice kept if it exists, else the one
 * that keeps most of it, one that can be bought before one that cannot.
 */
export function chooseVariant(
  variants: readonly VariantView[],
  current: VariantView,
  key: string,
  value: string,
): VariantView {
  const wanted = { ...current.choice, [key]: value };
  const exact = findVariant(variants, wanted);
  if (exact) return exact;
  const kept = (variant: VariantView) =>
    Object.entries(wanted).filter(([name, chosen]) => variant.choice[name] === chosen).length;
  const candidates = variants.filter((variant) => variant.choice[key] === value);
  const [best] = candidates.sort(
    (one, other) => kept(other) - kept(one) || Number(isBuyable(other)) - Number(isBuyable(one)),
  );
  return best ?? current;
}
