import { contentTypeOf, isStorageKey, storage } from '@/lib/platform/storage';
import { byteRangeIn } from './byte-range';

/** A key names its content, so what was answered once stays right for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What browsers show in place of a picture that is not there: the closed doorway, never a broken image. */
const DOORWAY =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="320" height="320">' +
  '<path fill="#8886" d="M9 26V14.5c0-1.3.45-2.1 1.2-2.9C11.3 10.3 13.5 9.3 16 6c2.5 3.3 4.7 4.3 5.8 5.6.75.8 1.2 1.6 1.2 2.9V26h-4.5v-7a2.5 2.5 0 0 0-5 0v7z"/></svg>';

/** Opened by itself, a picture runs nothing and belongs to no origin. */
const INERT = {
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
};

/**
 * Pictures and videos, for everybody, without asking who it is. A picture that is not there yet may be in a
 * moment, so its absence is not remembered. A bucket or CDN of its own (MEDIA_URL) takes this off the app.
 */
export async function GET(request: Request, { params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  if (!isStorageKey(key)) return absent();
  const etag = `"${key}"`;
  if (request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers: { etag, 'cache-control': FOR_EVER } });
  }
  const headers = { etag, 'cache-control': FOR_EVER, 'content-type': contentTypeOf(key), ...INERT };
  const asked = request.headers.get('range');
  if (asked) return part(key, asked, headers);
  const content = await storage().get(key);
  return content
    ? new Response(new Uint8Array(content), { headers: lengthened(headers, content) })
    : absent();
}

/** Some browsers play a film only when they get it in parts. */
async function part(key: string, asked: string, headers: Record<string, string>): Promise<Response> {
  const size = await storage().size(key);
  if (size === null) return absent();
  const range = byteRangeIn(asked, size);
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}`, ...INERT } });
  }
  const content = await storage().get(key, range ?? undefined);
  if (!content) return absent();
  const where = range && { 'content-range': `bytes ${range.first}-${range.last}/${size}` };
  return new Response(new Uint8Array(content), {
    status: range ? 206 : 200,
    headers: { ...lengthened(headers, content), ...where },
  });
}

function lengthened(headers: Record<string, string>, content: Buffer): Record<string, string> {
  return { ...headers, 'accept-ranges': 'bytes', 'content-length': String(content.byteLength) };
}

function absent(): Response {
  return new Response(DOORWAY, {
    status: 404,
    headers: { 'cache-control': 'no-store', 'content-type': 'image/svg+xml', ...INERT },
  });
}
