import { storableText } from '@/lib/kernel/storable-text';

/** What came in with every text in it fit to be stored. Files and other objects with a nature are left alone. */
export function storableInput(input: unknown): unknown {
  if (typeof input === 'string') return storableText(input);
  if (Array.isArray(input)) return input.map(storableInput);
  if (!isPlainObject(input)) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [storableText(name), storableInput(value)]),
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
