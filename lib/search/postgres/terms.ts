/** One stem of a text and what finding it says, as inverse document frequency. */
export type Term = { readonly lexeme: string; readonly weight: number };

/** As BM25 has it: never negative, near zero for a word that everything carries. */
export function inverseFrequency(documents: number, total: number): number {
  return Math.log(1 + (total - documents + 0.5) / (documents + 0.5));
}

/**
 * A tsquery of every smallest set of terms that together weigh at least `share` of all: a listing without
 * a rare word of the text does not come into question, one without a common word may. Terms come most
 * telling first.
 */
export function requireShare(terms: readonly Term[], share: number): string {
  const needed = share * terms.reduce((sum, { weight }) => sum + weight, 0);
  const sets: string[] = [];
  const extend = (from: number, weight: number, chosen: readonly string[]) => {
    if (chosen.length > 0 && weight >= needed) {
      sets.push(chosen.join(' & '));
      return;
    }
    for (let next = from; next < terms.length; next++) {
      const term = terms[next]!;
      extend(next + 1, weight + term.weight, [...chosen, term.lexeme]);
    }
  };
  extend(0, 0, []);
  return sets.map((set) => `(${set})`).join(' | ');
}

export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
