import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * `tsx workers/service-worker/build.ts`, after every `next build`: bundles the worker to `public/sw.js` with the
 * list of what is fetched when it is installed: the offline page and exactly the files that page needs, which
 * are the app's shell. A list of an older build would make the installation fail.
 */
const ROOT = path.resolve(import.meta.dirname, '../..');
const OFFLINE_HTML = path.join(ROOT, '.next/server/app/en/offline.html');
const ASSET = /\/_next\/static\/[^"'\\ )]+\.(?:js|css|woff2)/g;
const ICONS = ['/icons/icon-192.png'];

const html = await readFile(OFFLINE_HTML, 'utf8');
const manifest = [
  { url: '/offline', revision: revisionOf(html) },
  ...[...new Set(html.match(ASSET) ?? [])].map((url) => ({ url, revision: null })),
  ...(await Promise.all(
    ICONS.map(async (url) => ({ url, revision: revisionOf(await readFile(path.join(ROOT, 'public', url))) })),
  )),
];

await build({
  entryPoints: [path.join(import.meta.dirname, 'main.ts')],
  outfile: path.join(ROOT, 'public/sw.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  define: { 'self.__WB_MANIFEST': JSON.stringify(manifest), 'process.env.NODE_ENV': '"production"' },
});

function revisionOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
