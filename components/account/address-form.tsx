'use client';

import { Checkbox } from '@/components/ui/input';
import { ButtonLink } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { SavedAddress } from '@/lib/customers/model';
import { AddressFields, type AddressWords } from './address-fields';

type AddressFormProps = {
  action: FormAction<unknown>;
  /** The one to change; a new one without. */
  address?: SavedAddress;
  countries: readonly { readonly code: string; readonly name: string }[];
  words: AddressWords & { readonly isDefault: string; readonly save: string; readonly cancel: string };
};

export function AddressForm({ action, address, countries, words }: AddressFormProps) {
  return (
    <ActionForm action={action} className="grid gap-5">
      {(answer) => (
        <>
          {address && <input type="hidden" name="addressId" value={address.addressId} />}
          <AddressFields answer={answer} words={words} countries={countries} address={address} />
          {!address?.isDefault && <Checkbox name="isDefault" label={words.isDefault} />}
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{words.save}</SubmitButton>
            <ButtonLink href="/account/addresses" variant="quiet">
              {words.cancel}
            </ButtonLink>
          </div>
        </>
      )}
    </ActionForm>
  );
}
