import { createHash } from 'node:crypto';

/** A number in [0, 1) that is always the same for the same words and otherwise looks like chance. */
export function demoShare(...words: readonly string[]): number {
  const digest = createHash('sha1').update(words.join('\u0000')).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}
