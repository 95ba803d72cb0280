import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n';

/**
 * The language of the page a request comes from: actions and JSON routes have no locale in their own
 * address, but browsers say which page of ours they are on.
 */
export function requestLocale(headers: Headers): Locale {
  const referer = headers.get('referer');
  if (!referer || !URL.canParse(referer)) return DEFAULT_LOCALE;
  const first = new URL(referer).pathname.split('/')[1] ?? '';
  return isLocale(first) ? first : DEFAULT_LOCALE;
}
