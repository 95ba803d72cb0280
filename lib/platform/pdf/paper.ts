import path from 'node:path';

/** What all paper of the market has in common. */
export const INK = '#1d1a16';
export const MUTED = '#6b655d';

/** Covers Latin, Greek and Cyrillic, which the fonts built into PDF do not; embedded as the glyphs used. */
const FONTS = path.join(process.cwd(), 'node_modules/@expo-google-fonts/inter');
export const REGULAR = path.join(FONTS, '400Regular/Inter_400Regular.ttf');
export const STRONG = path.join(FONTS, '600SemiBold/Inter_600SemiBold.ttf');

/** All of a file that is being written, once it has ended. */
export function bytesOf(file: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    file.on('data', (chunk: Buffer) => chunks.push(chunk));
    file.on('end', () => resolve(Buffer.concat(chunks)));
    file.on('error', reject);
  });
}
