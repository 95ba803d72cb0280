import { SelectField, TextField } from '@/components/ui/field';
import type { FormAnswer } from '@/components/workspace/form-answer';
import type { PostalAddress } from '@/lib/customers/model';

export type AddressWords = {
  readonly recipient: string;
  readonly line1: string;
  readonly line2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
  readonly country: string;
  readonly chooseCountry: string;
  readonly phone: string;
  readonly phoneHint: string;
  readonly optional: string;
};

type AddressFieldsProps = {
  answer: FormAnswer;
  words: AddressWords;
  countries: readonly { readonly code: string; readonly name: string }[];
  address?: PostalAddress;
};

/** A postal address as browsers and password managers know how to fill it in. */
export function AddressFields({ answer, words, countries, address }: AddressFieldsProps) {
  const field = (name: keyof PostalAddress) => ({
    ...answer.field(name, address?.[name]),
    label: words[name],
  });
  const country = field('country');
  return (
    <>
      <SelectField {...country} key={country.defaultValue} autoComplete="country" required>
        {[{ code: '', name: words.chooseCountry }, ...countries].map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField {...field('recipient')} autoComplete="name" required />
      <TextField {...field('line1')} autoComplete="address-line1" required />
      <TextField {...field('line2')} autoComplete="address-line2" optional={words.optional} />
      <div className="grid gap-5 sm:grid-cols-[10rem_1fr]">
        <TextField {...field('postalCode')} autoComplete="postal-code" autoCapitalize="characters" required />
        <TextField {...field('city')} autoComplete="address-level2" required />
      </div>
      <TextField {...field('region')} autoComplete="address-level1" optional={words.optional} />
      <TextField
        {...field('phone')}
        type="tel"
        autoComplete="tel"
        hint={words.phoneHint}
        optional={words.optional}
      />
    </>
  );
}
