'use client';

import { formAnswer } from '@/components/workspace/form-answer';
import { AddressFields, type AddressWords } from '@/components/account/address-fields';
import { RadioCard } from '@/components/ui/input';
import type { SavedAddress } from '@/lib/customers/model';

/** Stands for typing a new address. */
export const NEW_ADDRESS = '';

export type AddressStepWords = AddressWords & { readonly choose: string; readonly another: string };

type AddressStepProps = {
  addresses: readonly SavedAddress[];
  chosen: string;
  onChoose: (addressId: string) => void;
  countries: readonly { readonly code: string; readonly name: string }[];
  error: (field: string) => string | undefined;
  typed: (field: string) => string | undefined;
  words: AddressStepWords;
};

/** A saved address, or a new one as browsers know how to fill it in. */
export function AddressStep({
  addresses,
  chosen,
  onChoose,
  countries,
  error,
  typed,
  words,
}: AddressStepProps) {
  return (
    <>
      {addresses.length > 0 && (
        <fieldset className="grid gap-2">
          <legend className="sr-only">{words.choose}</legend>
          {addresses.map(({ addressId, recipient, line1, postalCode, city, country }) => (
            <RadioCard
              key={addressId}
              name="addressId"
              value={addressId}
              checked={chosen === addressId}
              onChange={() => onChoose(addressId)}
              label={recipient}
              hint={[line1, `${postalCode} ${city}`, country].join(', ')}
            />
          ))}
          <RadioCard
            name="addressId"
            value={NEW_ADDRESS}
            checked={chosen === NEW_ADDRESS}
            onChange={() => onChoose(NEW_ADDRESS)}
            label={words.another}
          />
        </fieldset>
      )}
      {chosen === NEW_ADDRESS && (
        <AddressFields answer={formAnswer({ error, typed })} words={words} countries={countries} />
      )}
    </>
  );
}
