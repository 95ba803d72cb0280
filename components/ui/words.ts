import { locale } from 'next/root-params';
import { notFound } from 'next/navigation';
import { isLocale, translator, type Area, type Locale, type Translator } from '@/lib/i18n';

/** The locale of the page being rendered. Server components only; an address in no locale is not found. */
export async function currentLocale(): Promise<Locale> {
  const found = await locale();
  return found !== undefined && isLocale(found) ? found : notFound();
}

/** The words of an area in the language of the page being rendered. */
export async function words<A extends Area>(area: A): Promise<Translator<A>> {
  return translator(await currentLocale(), area);
}
