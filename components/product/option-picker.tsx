'use client';

import { Photo } from '@/components/media/photo';
import { classNames } from '@/components/ui/class-names';
import type { OptionValue, ProductOption } from '@/lib/catalog/model';
import { formatMoney } from '@/lib/kernel/money';
import type { Picture } from '@/lib/media/model';
import { findVariant, stateOf, type Choice, type ValueState } from './choose-variant';
import type { VariantView } from './present-product';

export type OptionWords = { soldOut: string; absent: string };

type OptionPickerProps = {
  option: ProductOption;
  variants: readonly VariantView[];
  choice: Choice;
  pictures: readonly Picture[];
  locale: string;
  words: OptionWords;
  onChoose: (value: string) => void;
};

/**
 * One option as radio buttons: a picture each when the values look different, else a colour or a word, with
 * its price when prices differ. What cannot be had in this combination is struck out, and can be chosen all
 * the same: the rest of the choice gives way.
 */
export function OptionPicker({
  option,
  variants,
  choice,
  pictures,
  locale,
  words,
  onChoose,
}: OptionPickerProps) {
  const chosen = option.values.find(({ value }) => value === choice[option.key]);
  const faces = picturesOf(option, variants, pictures);
  const prices = pricesOf(option, variants, choice, locale);
  return (
    <fieldset>
      <legend className="mb-2 text-sm">
        <span className="text-muted">{option.label}:</span>{' '}
        <span className="font-strong">{chosen?.label}</span>
      </legend>
      <div className="flex flex-wrap gap-2">
        {option.values.map((value) => (
          <Value
            key={value.value}
            name={option.key}
            value={value}
            picture={faces?.get(value.value) ?? null}
            price={prices?.get(value.value) ?? null}
            state={stateOf(variants, choice, option.key, value.value)}
            checked={value === chosen}
            words={words}
            onChoose={() => onChoose(value.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

type ValueProps = {
  name: string;
  value: OptionValue;
  picture: Picture | null;
  price: string | null;
  state: ValueState;
  checked: boolean;
  words: OptionWords;
  onChoose: () => void;
};

function Value({ name, value, picture, price, state, checked, words, onChoose }: ValueProps) {
  const missing = state === 'sold_out' ? words.soldOut : state === 'absent' ? words.absent : null;
  return (
    <label
      className={classNames(
        'relative grid min-h-11 min-w-11 cursor-pointer overflow-hidden rounded-md border bg-raised text-center transition',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink',
        checked ? 'border-ink ring-1 ring-ink' : 'border-edge hover:border-ink',
        missing !== null && 'struck-out text-muted',
      )}
    >
      <input
        type="radio"
        name={`option-${name}`}
        value={value.value}
        checked={checked}
        onChange={onChoose}
        className="sr-only"
      />
      {picture && <Photo picture={picture} sizes="4.5rem" decorative className="size-18" />}
      <span
        className={classNames(
          picture ? 'max-w-18 truncate px-1.5 py-1 text-xs' : 'flex items-center gap-2 px-3.5',
          price !== null && !picture && 'flex-col justify-center gap-0 py-1.5',
        )}
      >
        {value.hex !== null && !picture && (
          <span
            className="size-5 shrink-0 rounded-full border border-edge"
            style={{ backgroundColor: value.hex }}
          />
        )}
        <span>{value.label}</span>
        {price !== null && <span className="block text-xs text-muted tabular-nums">{price}</span>}
      </span>
      {missing !== null && <span className="sr-only">, {missing}</span>}
    </label>
  );
}

/** A picture for each value, when every value has one of its own. */
function picturesOf(
  option: ProductOption,
  variants: readonly VariantView[],
  pictures: readonly Picture[],
): ReadonlyMap<string, Picture> | null {
  const indexes = option.values.map(
    ({ value }) => variants.find((variant) => variant.choice[option.key] === value)?.pictureIndex,
  );
  if (option.values.length < 2 || new Set(indexes).size < option.values.length) return null;
  const faces = new Map<string, Picture>();
  option.values.forEach(({ value }, position) => {
    const picture = pictures[indexes[position] ?? -1];
    if (picture) faces.set(value, picture);
  });
  return faces;
}

/** What each value costs with the rest of the choice kept, when that differs. */
function pricesOf(
  option: ProductOption,
  variants: readonly VariantView[],
  choice: Choice,
  locale: string,
): ReadonlyMap<string, string> | null {
  const prices = new Map<string, string>();
  for (const { value } of option.values) {
    const price = findVariant(variants, { ...choice, [option.key]: value })?.offers[0]?.price;
    if (price) prices.set(value, formatMoney(price, locale));
  }
  return new Set(prices.values()).size > 1 ? prices : null;
}
