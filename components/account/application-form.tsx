'use client';

import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type ApplicationFormProps = {
  action: FormAction<unknown>;
  /** What a shop said before that applies again; it keeps its name. */
  shop?: Readonly<Record<'sellerId' | 'tagline' | 'story' | 'city' | 'country', string>>;
  countries: readonly { readonly code: string; readonly name: string }[];
  words: {
    readonly name: string;
    readonly nameHint: string;
    readonly tagline: string;
    readonly taglineHint: string;
    readonly story: string;
    readonly storyHint: string;
    readonly city: string;
    readonly country: string;
    readonly chooseCountry: string;
    readonly submit: string;
  };
};

/** What staff needs to know to let somebody sell. */
export function ApplicationForm({ action, shop, countries, words }: ApplicationFormProps) {
  return (
    <ActionForm action={action} className="grid gap-5">
      {({ error, typed }) => {
        const field = (name: 'name' | 'tagline' | 'story' | 'city' | 'country') => ({
          name,
          label: words[name],
          defaultValue: typed(name) ?? (name === 'name' ? undefined : shop?.[name]),
          error: error(name),
        });
        const country = field('country');
        return (
          <>
            {shop ? (
              <input type="hidden" name="sellerId" value={shop.sellerId} />
            ) : (
              <TextField {...field('name')} hint={words.nameHint} autoComplete="organization" required />
            )}
            <TextField {...field('tagline')} hint={words.taglineHint} />
            <TextAreaField {...field('story')} hint={words.storyHint} rows={7} required />
            <div className="grid gap-5 sm:grid-cols-2">
              <TextField {...field('city')} autoComplete="address-level2" required />
              <SelectField {...country} key={country.defaultValue} autoComplete="country" required>
                {[{ code: '', name: words.chooseCountry }, ...countries].map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </SelectField>
            </div>
            <div>
              <SubmitButton size="large">{words.submit}</SubmitButton>
            </div>
          </>
        );
      }}
    </ActionForm>
  );
}
