import { ok, refuse, type Result } from '@/lib/kernel/result';

/** The body as text, unless it is longer than `maxBytes`: then no more than that is ever read. */
export async function readText(
  request: Request,
  maxBytes: number,
): Promise<Result<string, 'body_too_large'>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return refuse('body_too_large');
  if (!request.body) return ok('');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > maxBytes) return refuse('body_too_large');
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks).toString('utf8'));
}

export async function readJson(
  request: Request,
  maxBytes: number,
): Promise<Result<unknown, 'body_too_large' | 'malformed_request'>> {
  const text = await readText(request, maxBytes);
  if (!text.ok) return text;
  try {
    return ok(JSON.parse(text.value));
  } catch {
    return refuse('malformed_request');
  }
}
