'use client';

import { useState } from 'react';
import { TextField } from '@/components/ui/field';
import { Checkbox } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { FormAnswer } from '@/components/workspace/form-answer';

/** A rate as its fields show it: amounts in the currency's own digits, `4.90`. */
export type RateFields = {
  readonly price: string;
  readonly freeFrom: string;
  readonly minDays: number;
  readonly maxDays: number;
};

export type ZoneFields = {
  /** Empty for a new zone. */
  readonly zoneId: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly standard: RateFields;
  /** Null: not offered there. */
  readonly express: RateFields | null;
};

export type CountryChoice = {
  readonly group: string;
  readonly label: string;
  /** `All of the European Union`. */
  readonly allLabel: string;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
};

type Words = Readonly<
  Record<
    | 'name'
    | 'nameHint'
    | 'countries'
    | 'countriesHint'
    | 'standard'
    | 'express'
    | 'expressOffered'
    | 'price'
    | 'freeFrom'
    | 'freeFromHint'
    | 'minDays'
    | 'maxDays'
    | 'optional'
    | 'save'
    | 'saved',
    string
  >
>;

type ZoneFormProps = {
  zone: ZoneFields;
  choices: readonly CountryChoice[];
  action: FormAction<void>;
  words: Words;
};

const NO_RATE: RateFields = { price: '', freeFrom: '', minDays: 1, maxDays: 2 };

/** Where a zone is, and what sending there costs. Works without JavaScript. */
export function ZoneForm({ zone, choices, action, words }: ZoneFormProps) {
  return (
    <ActionForm action={action} done={words.saved} className="grid gap-5">
      {(answer) => (
        <>
          <input type="hidden" name="zoneId" value={zone.zoneId} />
          <TextField
            {...answer.field('name', zone.name)}
            label={words.name}
            hint={words.nameHint}
            optional={words.optional}
          />
          <fieldset className="grid gap-2">
            <legend className="text-sm font-strong">{words.countries}</legend>
            <p className="text-sm text-muted">{words.countriesHint}</p>
            {choices.map((choice) => (
              <CountryGroupChoice key={choice.group} choice={choice} chosen={zone.countries} />
            ))}
          </fieldset>
          <RateFieldset kind="standard" rate={zone.standard} legend={words.standard} {...{ answer, words }} />
          <details open={zone.express !== null} className="rounded-lg border border-line px-4 py-3">
            <summary className="touch cursor-pointer font-strong">{words.express}</summary>
            <div className="mt-3 grid gap-3">
              <Tick name="express.offered" label={words.expressOffered} initially={zone.express !== null} />
              <RateFieldset
                kind="express"
                rate={zone.express ?? NO_RATE}
                legend={words.express}
                {...{ answer, words }}
              />
            </div>
          </details>
          <SubmitButton className="justify-self-start">{words.save}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function CountryGroupChoice({ choice, chosen }: { choice: CountryChoice; chosen: readonly string[] }) {
  const here = choice.countries.filter(({ code }) => chosen.includes(code));
  const isWhole = here.length === choice.countries.length;
  return (
    <details open={here.length > 0 && !isWhole} className="rounded-lg border border-line px-4 py-2">
      <summary className="touch flex cursor-pointer justify-between gap-3">
        <span>{choice.label}</span>
        <span className="text-muted tabular-nums">
          {here.length} / {choice.countries.length}
        </span>
      </summary>
      <Tick name="groups" value={choice.group} label={choice.allLabel} initially={isWhole} />
      <div className="grid max-h-72 gap-x-4 overflow-y-auto border-t border-line sm:grid-cols-2">
        {choice.countries.map(({ code, name }) => (
          <Tick
            key={code}
            name="countries"
            value={code}
            label={name}
            initially={!isWhole && chosen.includes(code)}
          />
        ))}
      </div>
    </details>
  );
}

type TickProps = { name: string; value?: string; label: string; initially: boolean };

/** A box that stays as it was ticked when the form is refused: React resets a form to its defaults after an action. */
function Tick({ initially, ...box }: TickProps) {
  const [ticked, setTicked] = useState(initially);
  return <Checkbox {...box} defaultChecked={ticked} onChange={(event) => setTicked(event.target.checked)} />;
}

type RateFieldsetProps = {
  kind: 'standard' | 'express';
  rate: RateFields;
  legend: string;
  answer: FormAnswer;
  words: Words;
};

function RateFieldset({ kind, rate, legend, answer, words }: RateFieldsetProps) {
  const field = (name: keyof RateFields) => answer.field(`${kind}.${name}`, rate[name]);
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-sm font-strong">{legend}</legend>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField {...field('price')} label={words.price} inputMode="decimal" autoComplete="off" />
        <TextField
          {...field('freeFrom')}
          label={words.freeFrom}
          hint={words.freeFromHint}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField
          {...field('minDays')}
          label={words.minDays}
          type="number"
          min={0}
          max={60}
          inputMode="numeric"
        />
        <TextField
          {...field('maxDays')}
          label={words.maxDays}
          type="number"
          min={0}
          max={60}
          inputMode="numeric"
        />
      </div>
    </fieldset>
  );
}
