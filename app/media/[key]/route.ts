import { contentTypeOf, isStorageKey, storage } from '@/lib/platform/storage';

/** A key names its content, so what was answered once stays right for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable';

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
  const content = await storage().get(key);
  if (!content) return absent();
  return new Response(new Uint8Array(content), {
    headers: {
      etag,
      'cache-control': FOR_EVER,
      'content-type': contentTypeOf(key),
      'content-length': String(content.byteLength),
      // Opened by itself, a picture runs nothing.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
    },
  });
}

function absent(): Response {
  return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
}
