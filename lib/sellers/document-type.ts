/** How files of these types begin: ISO 32000-1 (PDF), ISO 10918-1 (JPEG), RFC 2083 (PNG). */
const BEGINNINGS: readonly { readonly mediaType: string; readonly bytes: Buffer }[] = [
  { mediaType: 'application/pdf', bytes: Buffer.from('%PDF-') },
  { mediaType: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff]) },
  { mediaType: 'image/png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
];

/** What a document is by its content, whatever it is called; null for what staff is not asked to open. */
export function documentTypeOf(content: Buffer): string | null {
  return BEGINNINGS.find(({ bytes }) => content.subarray(0, bytes.length).equals(bytes))?.mediaType ?? null;
}
