'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SelectField, TextField } from '@/components/ui/field';
import type { CategoryChoice } from '@/lib/catalog/model';
import { TakeHome, type AskTakeHome, type TakeHomeQuestion, type TakeHomeWords } from './take-home';
import type { TakeHomeView } from './present-take-home';

type FeeCalculatorProps = {
  categories: readonly CategoryChoice[];
  /** What the address asks, and the answer to it. */
  asked: Required<Omit<TakeHomeQuestion, 'productId'>>;
  answer: TakeHomeView | null;
  ask: AskTakeHome;
  words: Readonly<
    Record<
      'price' | 'priceHint' | 'category' | 'anyCategory' | 'postage' | 'postageHint' | 'optional' | 'show',
      string
    >
  >;
  takeHomeWords: TakeHomeWords;
};

/** What somebody would keep of a sale: live as they type, and by its address without JavaScript. */
export function FeeCalculator({ categories, asked, answer, ask, words, takeHomeWords }: FeeCalculatorProps) {
  const [question, setQuestion] = useState(asked);
  const field = (name: keyof typeof asked) => ({
    name,
    label: words[name === 'categoryId' ? 'category' : name],
    defaultValue: asked[name],
    onChange: ({ target }: { target: HTMLInputElement | HTMLSelectElement }) =>
      setQuestion((before) => ({ ...before, [name]: target.value })),
  });
  return (
    <form className="grid items-start gap-8 md:grid-cols-[1fr_22rem]">
      <div className="grid gap-5">
        <TextField {...field('price')} hint={words.priceHint} inputMode="decimal" autoComplete="off" />
        <SelectField {...field('categoryId')}>
          <option value="">{words.anyCategory}</option>
          {categories.map(({ categoryId, names }) => (
            <option key={categoryId} value={categoryId}>
              {names.join(' › ')}
            </option>
          ))}
        </SelectField>
        <TextField
          {...field('postage')}
          hint={words.postageHint}
          optional={words.optional}
          inputMode="decimal"
          autoComplete="off"
        />
        <noscript>
          <Button type="submit">{words.show}</Button>
        </noscript>
      </div>
      <Card className="p-4">
        <TakeHome question={question} ask={ask} initial={answer} words={takeHomeWords} />
      </Card>
    </form>
  );
}
