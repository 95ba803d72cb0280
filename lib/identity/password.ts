import { hash, verify, type Options } from '@node-rs/argon2';
import { COMMON_PASSWORDS } from './common-passwords';

/** OWASP's argon2id parameters: 19 MiB, two passes, one lane. Each hash carries its own, so they can grow. */
const PARAMETERS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS);
}

/** Takes the same time whether or not there is a hash to compare with, so that time tells nobody's address. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await decoyHash()), password.normalize('NFKC'));
  return matches && passwordHash !== null;
}

/** Whether guessers try it first. */
export function isCommonPassword(password: string): boolean {
  const folded = password.toLowerCase();
  return COMMON_PASSWORDS.has(folded) || /^(.)\1*$/u.test(folded);
}

let decoy: Promise<string> | undefined;

function decoyHash(): Promise<string> {
  decoy ??= hashPassword(crypto.randomUUID());
  return decoy;
}
