'use client';

import { useState } from 'react';
import { FieldError, TextField } from '@/components/ui/field';
import { Radio } from '@/components/ui/input';
import type { CategoryChoice } from '@/lib/catalog/model';

type CategoryPickerProps = {
  name: string;
  categories: readonly CategoryChoice[];
  initial: string;
  error: string | undefined;
  words: Readonly<Record<'label' | 'search' | 'nothing', string>>;
};

/** One place in the tree, found by typing any words of the way to it; without JavaScript the whole tree. */
export function CategoryPicker({ name, categories, initial, error, words }: CategoryPickerProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(initial);
  const asked = text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = categories.filter(({ categoryId, names }) => {
    const way = names.join(' ').toLowerCase();
    return categoryId === chosen || asked.every((word) => way.includes(word));
  });
  return (
    <fieldset className="grid gap-2" aria-describedby={`${name}-error`}>
      <legend className="text-sm font-strong">{words.label}</legend>
      <TextField
        label={<span className="font-regular text-muted">{words.search}</span>}
        type="search"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div className="max-h-72 overflow-y-auto rounded-lg border border-line bg-raised px-4">
        {matches.map(({ categoryId, names }) => (
          <Radio
            key={categoryId}
            name={name}
            value={categoryId}
            checked={categoryId === chosen}
            onChange={() => setChosen(categoryId)}
            label={names.at(-1)}
            hint={names.slice(0, -1).join(' › ') || undefined}
          />
        ))}
        {matches.length === 0 && <p className="py-3 text-muted">{words.nothing}</p>}
      </div>
      <FieldError id={`${name}-error`} error={error} />
    </fieldset>
  );
}
