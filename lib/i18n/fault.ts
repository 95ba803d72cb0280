import type { Locale } from './locales';
import en from './messages/en/fault.json' with { type: 'json' };

/** What is said when a page fails. Apart from the other words: the page that says it runs in the browser. */
export const FAULT_WORDS: Readonly<Record<Locale, typeof en>> = { en };
