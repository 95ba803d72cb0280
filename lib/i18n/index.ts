/**
 * Words and formats of a language. Server only: the message catalogues and the ICU parser stay out of
 * browser bundles; client components receive ready words as props. Formats alone are in `./format`.
 */
import { createTranslator, type _Translator as BaseTranslator } from 'use-intl/core';
import type { Locale } from './locales';
import english from './messages/en';

export * from './format';
export * from './locales';

export type Messages = typeof english;

export type Area = keyof Messages;

/** Gives the words of one area by key; keys are checked by the compiler. */
export type Translator<A extends Area> = BaseTranslator<Messages[A]>;

const CATALOGUES: Readonly<Record<Locale, Messages>> = { en: english };

/** Where a time without a zone of its own is shown. */
const TIME_ZONE = 'UTC';

/** Messages are parsed once and then remembered by the translator that parsed them. */
const translators = new Map<string, unknown>();

/** The words of `area` in `locale`. Messages are ICU: `t('items', { count: 2 })`. */
export function translator<A extends Area>(locale: Locale, area: A): Translator<A> {
  const name = `${locale} ${area}`;
  const known = translators.get(name) as Translator<A> | undefined;
  if (known) return known;
  const made = createTranslator<Messages[A]>({
    locale,
    messages: CATALOGUES[locale][area],
    timeZone: TIME_ZONE,
  });
  translators.set(name, made);
  return made;
}
