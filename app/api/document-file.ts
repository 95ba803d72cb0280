import type { DocumentFile } from '@/lib/sellers';

/** A document as a file to be kept: it is never shown by a page of ours, whatever is in it. */
export function documentFile({ name, mediaType, content }: DocumentFile): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    },
  });
}
