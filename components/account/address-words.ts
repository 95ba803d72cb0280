import type { Translator } from '@/lib/i18n';
import type { AddressWords } from './address-fields';

/** The words of an address form, ready for the browser. */
export function addressWords(t: Translator<'account'>): AddressWords {
  return {
    recipient: t('address.recipient'),
    line1: t('address.line1'),
    line2: t('address.line2'),
    postalCode: t('address.postalCode'),
    city: t('address.city'),
    region: t('address.region'),
    country: t('address.country'),
    chooseCountry: t('address.chooseCountry'),
    phone: t('address.phone'),
    phoneHint: t('address.phoneHint'),
    optional: t('address.optional'),
  };
}
