/** Words that say that what follows is to be absent, by language. */
const WITHOUT: Readonly<Record<string, RegExp>> = { en: /\b(?:without|w\/o)\s+/i };

/**
 * What of a text is asked for and what is asked to be absent: `chair without wheels` wants a chair. A word
 * that stands on both sides is wanted: `knife set without knife block`.
 */
export function splitUnwanted(
  text: string,
  locale: string,
): { readonly wanted: string; readonly unwanted: string } {
  const [wanted = '', ...rest] = text.split(WITHOUT[locale] ?? /$^/);
  if (wanted.trim() === '' || rest.length === 0) return { wanted: text, unwanted: '' };
  const asked = new Set(wordsOf(wanted));
  return {
    wanted,
    unwanted: rest
      .flatMap(wordsOf)
      .filter((word) => !asked.has(word))
      .join(' '),
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}
