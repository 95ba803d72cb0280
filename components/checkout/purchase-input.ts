import type { SavedAddress } from '@/lib/customers/model';
import type { Payer } from './payment-element';

/** Who buys and where it goes, as the filled form says it. */
export type Buyer = {
  /** A signed-in person's; null for a guest, who types one. */
  readonly email: string | null;
  /** A saved address, or '' for the one that is typed. */
  readonly addressId: string;
  readonly addresses: readonly SavedAddress[];
};

const ADDRESS_FIELDS = [
  'recipient',
  'line1',
  'line2',
  'city',
  'region',
  'postalCode',
  'country',
  'phone',
] as const;

type AddressField = (typeof ADDRESS_FIELDS)[number];

export function whoAndWhere({ email, addressId }: Buyer, form: HTMLFormElement) {
  const text = textsOf(form);
  return { email: email ?? text('email'), ...(addressId ? { addressId } : { address: addressIn(text) }) };
}

function addressIn(text: (name: string) => string): Record<AddressField, string> {
  return {
    recipient: text('recipient'),
    line1: text('line1'),
    line2: text('line2'),
    city: text('city'),
    region: text('region'),
    postalCode: text('postalCode'),
    country: text('country'),
    phone: text('phone'),
  };
}

export function payerOf({ email, addressId, addresses }: Buyer, form: HTMLFormElement): Payer {
  const text = textsOf(form);
  const saved = addresses.find((address) => address.addressId === addressId);
  const from = (name: AddressField) => saved?.[name] ?? text(name);
  return {
    name: from('recipient'),
    email: email ?? text('email'),
    phone: from('phone'),
    address: {
      line1: from('line1'),
      line2: from('line2'),
      city: from('city'),
      state: from('region'),
      postalCode: from('postalCode'),
      country: from('country'),
    },
  };
}

/** The server speaks of `address.city`, the control is called `city`. */
export function controlOf(field: string): string {
  return field.replace(/^address\./, '');
}

/** What is wrong, by the server's names. */
export function byField(controls: Readonly<Record<string, string>>): Record<string, string> {
  const isAddress = (name: string) => ADDRESS_FIELDS.some((field) => field === name);
  return Object.fromEntries(
    Object.entries(controls).map(([name, words]) => [isAddress(name) ? `address.${name}` : name, words]),
  );
}

function textsOf(form: HTMLFormElement): (name: string) => string {
  const typed = new FormData(form);
  return (name) => {
    const value = typed.get(name);
    return typeof value === 'string' ? value : '';
  };
}
