/** A row as the file has it: texts from CSV, anything from JSON. */
export type Row = Readonly<Record<string, unknown>>;

/** A field as text without surrounding space; empty when it is missing. Lists are joined by lines. */
export function readText(row: Row, field: string): string {
  const value = row[field];
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n');
  return textOf(value);
}

/** A field as a list of texts. A single value is a list of one. */
export function readList(row: Row, field: string): string[] {
  const value = row[field];
  return (Array.isArray(value) ? value : [value]).map(textOf).filter(Boolean);
}

/** A field as a number; null when it is missing. Throws `RangeError` when it is something else. */
export function readNumber(row: Row, field: string): number | null {
  const value = row[field];
  if (value === null || value === undefined || value === '') return null;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw new RangeError(`${field} is not a number: ${textOf(value).slice(0, 40)}`);
  }
  return number;
}

/** PostgreSQL holds no NUL, and unpaired surrogates are not text. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string')
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  return value
    .replaceAll('\u0000', '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
}
