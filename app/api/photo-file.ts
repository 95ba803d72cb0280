import { refuse, type Refusal } from '@/lib/kernel/result';

/** A photo of people's own, for the browser alone: it was made by us, so it is what it says. */
export function photoFile(photo: Buffer | null): Response | Refusal<'not_found'> {
  if (!photo) return refuse('not_found');
  return new Response(new Uint8Array(photo), {
    headers: {
      'content-type': 'image/webp',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, max-age=86400, immutable',
    },
  });
}
