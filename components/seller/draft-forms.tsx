'use client';

import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { FormAnswer } from '@/components/workspace/form-answer';
import type { CategoryChoice } from '@/lib/catalog/model';
import { CategoryPicker } from './category-picker';

/** Names the draft a form changes, as its editor saw it. */
export type DraftKey = { readonly productId: string; readonly version: number };

export function DraftFields({ productId, version }: DraftKey) {
  return (
    <>
      <input type="hidden" name="productId" value={productId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

type CategoryWords = Readonly<Record<'category' | 'categorySearch' | 'categoryNothing', string>>;

type StartFormProps = {
  categories: readonly CategoryChoice[];
  title: string;
  action: FormAction<unknown>;
  words: CategoryWords & Readonly<Record<'title' | 'titleHint' | 'start', string>>;
};

/** The little that has to be known before a draft can be kept. */
export function StartForm({ categories, title, action, words }: StartFormProps) {
  return (
    <ActionForm action={action} className="grid max-w-text gap-6">
      {(answer) => (
        <>
          <TextField {...answer.field('title', title)} label={words.title} hint={words.titleHint} />
          <Category {...{ answer, categories, words }} initial="" />
          <SubmitButton className="justify-self-start">{words.start}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

export type BasicsFields = Readonly<
  Record<'categoryId' | 'title' | 'brand' | 'description' | 'highlights', string>
>;

type BasicsFormProps = {
  draft: DraftKey;
  basics: BasicsFields;
  categories: readonly CategoryChoice[];
  action: FormAction<unknown>;
  words: CategoryWords &
    Readonly<
      Record<
        | 'title'
        | 'titleHint'
        | 'brand'
        | 'brandHint'
        | 'description'
        | 'descriptionHint'
        | 'highlights'
        | 'highlightsHint'
        | 'optional'
        | 'save',
        string
      >
    >;
};

/** What it is: title, brand, place in the tree, and what is to be said of it. */
export function BasicsForm({ draft, basics, categories, action, words }: BasicsFormProps) {
  return (
    <ActionForm action={action} className="grid max-w-text gap-6">
      {(answer) => (
        <>
          <DraftFields {...draft} />
          <TextField {...answer.field('title', basics.title)} label={words.title} hint={words.titleHint} />
          <TextField
            {...answer.field('brand', basics.brand)}
            label={words.brand}
            hint={words.brandHint}
            optional={words.optional}
          />
          <TextAreaField
            {...answer.field('description', basics.description)}
            label={words.description}
            hint={words.descriptionHint}
            rows={7}
          />
          <TextAreaField
            {...answer.field('highlights', basics.highlights)}
            label={words.highlights}
            hint={words.highlightsHint}
            optional={words.optional}
            rows={4}
          />
          <Category {...{ answer, categories, words }} initial={basics.categoryId} />
          <SubmitButton className="justify-self-start">{words.save}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

type CategoryProps = {
  answer: FormAnswer;
  categories: readonly CategoryChoice[];
  initial: string;
  words: CategoryWords;
};

function Category({ answer, categories, initial, words }: CategoryProps) {
  return (
    <CategoryPicker
      name="categoryId"
      categories={categories}
      initial={answer.typed('categoryId') ?? initial}
      error={answer.error('categoryId')}
      words={{
        label: words.category,
        search: words.categorySearch,
        nothing: words.categoryNothing,
      }}
    />
  );
}

/** An attribute as its form field shows it. */
export type AttributeField = {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'choice';
  readonly value: string;
  readonly required: boolean;
  /** What can be chosen, for `choice`. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

type DetailsFormProps = {
  draft: DraftKey;
  fields: readonly AttributeField[];
  action: FormAction<unknown>;
  words: Readonly<Record<'optional' | 'choose' | 'none' | 'save', string>>;
};

/** What products of its category say about themselves, each in its own type. */
export function DetailsForm({ draft, fields, action, words }: DetailsFormProps) {
  return (
    <ActionForm action={action} className="grid max-w-text gap-6">
      {(answer) => (
        <>
          <DraftFields {...draft} />
          {fields.length === 0 && <p className="text-muted">{words.none}</p>}
          <div className="grid items-start gap-5 sm:grid-cols-2">
            {fields.map((field) => (
              <Attribute key={field.key} {...{ field, answer, words }} />
            ))}
          </div>
          <SubmitButton className="justify-self-start">{words.save}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

type AttributeProps = {
  field: AttributeField;
  answer: FormAnswer;
  words: Readonly<Record<'optional' | 'choose', string>>;
};

function Attribute({ field, answer, words }: AttributeProps) {
  const { key, label, kind, value, required, choices } = field;
  const shared = {
    ...answer.field(`attributes.${key}`, value),
    label,
    optional: required ? undefined : words.optional,
  };
  if (kind !== 'choice') {
    return <TextField {...shared} inputMode={kind === 'number' ? 'decimal' : undefined} autoComplete="off" />;
  }
  return (
    <SelectField {...shared} key={shared.defaultValue}>
      <option value="">{words.choose}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </SelectField>
  );
}
