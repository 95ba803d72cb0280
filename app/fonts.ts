import localFont from 'next/font/local';

/** One variable file for every size and weight; the fallback is given its metrics, so nothing moves when it arrives. */
export const figtree = localFont({
  src: '../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  variable: '--font-figtree',
  weight: '300 900',
  display: 'swap',
  adjustFontFallback: 'Arial',
});
