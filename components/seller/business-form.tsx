'use client';

import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { SellerBusiness } from '@/lib/sellers/model';

type BusinessFormProps = {
  action: FormAction<unknown>;
  /** Named where somebody may have several shops. */
  sellerId?: string;
  /** What is known of it so far. */
  business: Partial<SellerBusiness>;
  countries: readonly { readonly code: string; readonly name: string }[];
  words: Readonly<
    Record<keyof SellerBusiness | 'vatIdHint' | 'chooseCountry' | 'optional' | 'save' | 'saved', string>
  >;
};

/** Who a shop is before the law. */
export function BusinessForm({ action, sellerId, business, countries, words }: BusinessFormProps) {
  return (
    <ActionForm action={action} done={words.saved} className="grid gap-5">
      {(answer) => {
        const field = (name: keyof SellerBusiness) => ({
          ...answer.field(name, business[name]),
          label: words[name],
        });
        const country = field('country');
        return (
          <>
            {sellerId && <input type="hidden" name="sellerId" value={sellerId} />}
            <TextField {...field('legalName')} autoComplete="organization" required />
            <SelectField {...country} key={country.defaultValue} autoComplete="country" required>
              {[{ code: '', name: words.chooseCountry }, ...countries].map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </SelectField>
            <TextField {...field('vatId')} hint={words.vatIdHint} optional={words.optional} />
            <TextField {...field('line1')} autoComplete="address-line1" required />
            <TextField {...field('line2')} autoComplete="address-line2" optional={words.optional} />
            <div className="grid gap-5 sm:grid-cols-[10rem_1fr]">
              <TextField {...field('postalCode')} autoComplete="postal-code" required />
              <TextField {...field('city')} autoComplete="address-level2" required />
            </div>
            <TextField {...field('region')} autoComplete="address-level1" optional={words.optional} />
            <SubmitButton className="justify-self-start">{words.save}</SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}
