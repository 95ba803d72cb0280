import type { Locale } from './locales';
import en from './messages/en/legal.json' with { type: 'json' };

export const LEGAL_DOCUMENTS = ['terms', 'privacy', 'returns', 'imprint'] as const;

export type LegalDocumentName = (typeof LEGAL_DOCUMENTS)[number];

export type LegalDocument = {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly body: readonly string[] }[];
};

const DOCUMENTS: Readonly<Record<Locale, Readonly<Record<LegalDocumentName, LegalDocument>>>> = {
  en: en.documents,
};

/** A legal text by its name in the address; null for any other name. */
export function legalDocument(locale: Locale, name: string): LegalDocument | null {
  const known = LEGAL_DOCUMENTS.find((document) => document === name);
  return known ? DOCUMENTS[locale][known] : null;
}
