import type { ProductOption } from './model';

type Variant = { readonly id: string; readonly options: Readonly<Record<string, string>> };

/**
 * Which of a product's pictures shows a variant: its own, else that of a variant which looks the same, else the first.
 * Variants look the same when they agree in the option that pictures were taken of: a shirt is photographed once a
 * colour, not once a size. `pictured` names each picture's variant, in the order of the gallery.
 */
export function pictureOfVariant(
  variant: Variant,
  variants: readonly Variant[],
  options: readonly ProductOption[],
  pictured: readonly (string | null)[],
): number {
  const own = pictured.indexOf(variant.id);
  if (own >= 0) return own;
  const shown = variants.filter(({ id }) => pictured.includes(id));
  const option = picturedOption(shown, options);
  if (!option) return 0;
  const alike = new Set(
    shown.filter((other) => other.options[option] === variant.options[option]).map(({ id }) => id),
  );
  return Math.max(
    pictured.findIndex((id) => id !== null && alike.has(id)),
    0,
  );
}

/** The option in which all pictured variants differ; of several the one that is seen, colours before the others. */
function picturedOption(shown: readonly Variant[], options: readonly ProductOption[]): string | null {
  if (shown.length === 0) return null;
  const telling = options.filter(({ key }) => {
    const values = shown.map((variant) => variant.options[key]);
    return values.every((value) => value !== undefined) && new Set(values).size === shown.length;
  });
  return (telling.find(({ values }) => values.some(({ hex }) => hex !== null)) ?? telling[0])?.key ?? null;
}
