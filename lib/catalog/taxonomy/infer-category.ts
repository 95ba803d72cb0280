import { TAXONOMY, type TaxonomyCategory } from './taxonomy';

/** What is known of a product whose source has no category of ours. */
export type Evidence = {
  /** Texts that name the kind of thing, the most telling first: its type, its source's category, its title. */
  readonly texts: readonly string[];
  readonly attributeKeys: readonly string[];
};

/** Each further text counts less than the one before. */
const TEXT_WEIGHTS = [3, 2, 1] as const;
/** A phrase of two words says more than twice what one word says. */
const PHRASE_POWER = 1.6;
const ATTRIBUTE_WEIGHT = 1.5;
/** In a title the kind of thing comes early or last; words of equal weight are decided by the earlier one. */
const EARLINESS = 0.3;

/** Phrase -> categories it speaks for. Phrases are looked up by their words, longest first. */
const PHRASES = indexPhrases();
const LONGEST_PHRASE = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(' ').length));
const KEYS = indexKeys();

/**
 * The category most of the evidence speaks for, within `department` when that is known; null when nothing
 * speaks for any. Deterministic: ties go to the category that comes first in the taxonomy.
 */
export function inferCategory(evidence: Evidence, department: string | null = null): string | null {
  const scores = new Map<string, number>();
  const add = (path: string, score: number) => {
    if (department !== null && path !== department && !path.startsWith(`${department}/`)) return;
    scores.set(path, (scores.get(path) ?? 0) + score);
  };
  evidence.texts.forEach((text, index) => addPhrases(text, TEXT_WEIGHTS[index] ?? 1, add));
  for (const key of evidence.attributeKeys) {
    for (const path of KEYS.get(key) ?? []) add(path, ATTRIBUTE_WEIGHT);
  }
  let best: string | null = null;
  for (const { path } of TAXONOMY) {
    if ((scores.get(path) ?? 0) > (best === null ? 0 : (scores.get(best) ?? 0))) best = path;
  }
  return best;
}

/** Longest phrases first; a word that was part of one is not read again. */
function addPhrases(text: string, weight: number, add: (path: string, score: number) => void): void {
  const words = wordsOf(text);
  let start = 0;
  while (start < words.length) {
    let taken = 1;
    for (let length = Math.min(LONGEST_PHRASE, words.length - start); length > 0; length--) {
      const paths = PHRASES.get(words.slice(start, start + length).join(' '));
      if (!paths) continue;
      const score = weight * length ** PHRASE_POWER * (1 + EARLINESS / (1 + start));
      for (const path of paths) add(path, score / paths.length);
      taken = length;
      break;
    }
    start += taken;
  }
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'&+-]+/u)
    .filter((word) => word !== '' && word !== '&')
    .map(singular);
}

/** Enough for "labels" to be "label"; both sides of every comparison go through it. */
function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function indexPhrases(): ReadonlyMap<string, readonly string[]> {
  return indexBy(({ path, words, name }) =>
    // A department's name is too general to speak for it: "home" and "baby" are in titles of everything.
    (path.includes('/') ? [...words, name] : words).map((phrase) => wordsOf(phrase).join(' ')),
  );
}

function indexKeys(): ReadonlyMap<string, readonly string[]> {
  return indexBy(({ keys }) => keys);
}

function indexBy(termsOf: (category: TaxonomyCategory) => readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const category of TAXONOMY) {
    for (const term of new Set(termsOf(category))) {
      index.set(term, [...(index.get(term) ?? []), category.path]);
    }
  }
  return index;
}
