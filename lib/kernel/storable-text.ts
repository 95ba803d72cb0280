/** NUL, which Postgres refuses in a text, and halves of surrogate pairs, which it refuses in JSON. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** The text without characters that nobody types and no column holds. */
export function storableText(text: string): string {
  return text.replaceAll(UNSTORABLE, '');
}
