'use client';

import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { FieldError, SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { FormAnswer } from '@/components/workspace/form-answer';
import { TakeHome, type AskTakeHome, type TakeHomeWords } from './take-home';

/** A variant as the form shows it. */
export type VariantFields = {
  readonly variantId: string;
  readonly label: string;
  /** What others ask, or that nobody sells it; in words. */
  readonly market: string;
  /** What this seller has of it already; empty for nothing. */
  readonly own: string;
};

type Words = Readonly<
  Record<
    | 'condition'
    | 'handlingDays'
    | 'handlingHint'
    | 'optional'
    | 'price'
    | 'onHand'
    | 'sku'
    | 'variants'
    | 'variantsHint'
    | 'postage'
    | 'postageHint'
    | 'save',
    string
  >
>;

type OfferFormProps = {
  productId: string;
  variants: readonly VariantFields[];
  conditions: readonly { readonly value: string; readonly label: string }[];
  action: FormAction<unknown>;
  ask: AskTakeHome;
  words: Words;
  takeHomeWords: TakeHomeWords;
};

/** Which variants somebody sells, at what price and how many, with what is kept of the price typed last. */
export function OfferForm({
  productId,
  variants,
  conditions,
  action,
  ask,
  words,
  takeHomeWords,
}: OfferFormProps) {
  const [typed, setTyped] = useState({ label: '', price: '' });
  const [postage, setPostage] = useState('');
  return (
    <ActionForm action={action} className="grid items-start gap-8 md:grid-cols-[1fr_22rem]">
      {(answer) => (
        <>
          <div className="grid gap-6">
            <input type="hidden" name="productId" value={productId} />
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <SelectField {...answer.field('condition', 'new')} label={words.condition}>
                {conditions.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </SelectField>
              <TextField
                {...answer.field('handlingDays')}
                label={words.handlingDays}
                hint={words.handlingHint}
                optional={words.optional}
                type="number"
                min={0}
                max={60}
                inputMode="numeric"
              />
            </div>
            <fieldset className="grid gap-3">
              <legend className="mb-1">
                <h2 className="text-lg">{words.variants}</h2>
              </legend>
              {variants.length > 1 && <p className="text-sm text-muted">{words.variantsHint}</p>}
              {variants.map((variant) => (
                <VariantRow
                  key={variant.variantId}
                  onPrice={(price) => setTyped({ label: variant.label, price })}
                  {...{ variant, answer, words }}
                />
              ))}
              <FieldError id="variants-error" error={answer.error('variants')} />
            </fieldset>
          </div>
          <Card className="grid gap-5 p-4 md:sticky md:top-6">
            <TakeHome
              question={{ price: typed.price, postage, productId }}
              ask={ask}
              about={typed.label}
              words={takeHomeWords}
            />
            <TextField
              label={words.postage}
              hint={words.postageHint}
              optional={words.optional}
              inputMode="decimal"
              autoComplete="off"
              value={postage}
              onChange={(event) => setPostage(event.target.value)}
            />
            <SubmitButton wide size="large">
              {words.save}
            </SubmitButton>
          </Card>
        </>
      )}
    </ActionForm>
  );
}

type VariantRowProps = {
  variant: VariantFields;
  answer: FormAnswer;
  words: Words;
  onPrice: (price: string) => void;
};

function VariantRow({ variant, answer, words, onPrice }: VariantRowProps) {
  const field = (name: 'price' | 'onHand' | 'sellerSku', initial?: number) =>
    answer.field(`variants.${variant.variantId}.${name}`, initial);
  return (
    <Card className="grid gap-3 p-4">
      {variant.label && <h3 className="text-base">{variant.label}</h3>}
      <p className="text-sm text-muted">{variant.market}</p>
      {variant.own && <p className="text-sm text-warning">{variant.own}</p>}
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3">
        <TextField
          {...field('price')}
          label={words.price}
          inputMode="decimal"
          autoComplete="off"
          onChange={(event) => onPrice(event.target.value)}
          onFocus={(event) => onPrice(event.target.value)}
        />
        <TextField {...field('onHand', 1)} label={words.onHand} type="number" min={0} inputMode="numeric" />
        <TextField
          {...field('sellerSku')}
          label={words.sku}
          optional={words.optional}
          autoComplete="off"
          autoCapitalize="characters"
        />
      </div>
    </Card>
  );
}
