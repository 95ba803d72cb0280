'use client';

import { useRef } from 'react';
import { Card } from '@/components/ui/card';
import { FieldError, SelectField, TextField } from '@/components/ui/field';
import { Checkbox } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { FormAnswer } from '@/components/workspace/form-answer';
import { DraftFields, type DraftKey } from './draft-forms';
import { ScanBarcode } from './scan-barcode';

type OptionsFormProps = {
  draft: DraftKey;
  /** As many rows as there may be; unused ones are empty. */
  rows: readonly { readonly key: string; readonly values: string }[];
  axes: readonly { readonly key: string; readonly label: string }[];
  action: FormAction<unknown>;
  words: Readonly<Record<'axis' | 'noAxis' | 'values' | 'valuesHint' | 'make' | 'made', string>>;
};

/** In what variants differ: colours, sizes; every combination becomes one. */
export function OptionsForm({ draft, rows, axes, action, words }: OptionsFormProps) {
  return (
    <ActionForm action={action} done={words.made} className="grid gap-4">
      {(answer) => (
        <>
          <DraftFields {...draft} />
          {rows.map((row, index) => (
            <div key={index} className="grid items-start gap-3 sm:grid-cols-[12rem_1fr]">
              <SelectField
                {...answer.field(`options.${index}.key`, row.key)}
                key={answer.typed(`options.${index}.key`) ?? row.key}
                label={words.axis}
              >
                <option value="">{words.noAxis}</option>
                {axes.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </SelectField>
              <TextField
                {...answer.field(`options.${index}.values`, row.values)}
                label={words.values}
                hint={index === 0 ? words.valuesHint : undefined}
                autoComplete="off"
              />
            </div>
          ))}
          <FieldError id="options-error" error={answer.error('options')} />
          <SubmitButton variant="secondary" className="justify-self-start">
            {words.make}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

type BarcodeWords = Readonly<
  Record<
    'gtin' | 'gtinHint' | 'optional' | 'leave' | 'save' | 'scan' | 'stop' | 'scanLead' | 'scanRefused',
    string
  >
>;

type VariantsFormProps = {
  draft: DraftKey;
  variants: readonly {
    readonly variantId: string;
    readonly label: string;
    readonly gtin: string;
    /** What is wrong with its barcode, in words. */
    readonly fault: string;
  }[];
  action: FormAction<unknown>;
  words: BarcodeWords;
};

/** The barcode of each variant, and which combinations are not made. */
export function VariantsForm({ draft, variants, action, words }: VariantsFormProps) {
  return (
    <ActionForm action={action} className="grid gap-4">
      {(answer) => (
        <>
          <DraftFields {...draft} />
          {variants.map((variant) => (
            <VariantCard
              key={variant.variantId}
              canLeave={variants.length > 1}
              {...{ variant, answer, words }}
            />
          ))}
          <SubmitButton className="justify-self-start">{words.save}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

type VariantCardProps = {
  variant: VariantsFormProps['variants'][number];
  canLeave: boolean;
  answer: FormAnswer;
  words: BarcodeWords;
};

function VariantCard({ variant, canLeave, answer, words }: VariantCardProps) {
  const gtin = useRef<HTMLInputElement>(null);
  const field = answer.field(`variants.${variant.variantId}.gtin`, variant.gtin);
  const scanned = (digits: string) => {
    if (gtin.current) gtin.current.value = digits;
  };
  return (
    <Card className="grid gap-3 p-4 sm:grid-cols-[1fr_auto] sm:items-start">
      <div className="grid gap-3">
        {variant.label && <h3 className="text-base">{variant.label}</h3>}
        <TextField
          {...field}
          ref={gtin}
          error={field.error ?? (variant.fault || undefined)}
          label={words.gtin}
          hint={words.gtinHint}
          optional={words.optional}
          inputMode="numeric"
          autoComplete="off"
        />
        {canLeave && <Checkbox name={`variants.${variant.variantId}.left`} label={words.leave} />}
      </div>
      <ScanBarcode
        onFound={scanned}
        words={{ scan: words.scan, stop: words.stop, lead: words.scanLead, refused: words.scanRefused }}
      />
    </Card>
  );
}
