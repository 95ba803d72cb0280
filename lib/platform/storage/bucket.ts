import { AwsClient } from 'aws4fetch';
import type { PrivateStorage } from './port';
import { assertStorageKey, assertStoragePrefix, contentTypeOf } from './key';

export type BucketOptions = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** A key's content never changes. */
const CACHE_FOR_EVER = 'public, max-age=31536000, immutable';

/** Objects of an S3-compatible bucket, addressed by path. The client signs and retries server errors. */
export function bucketStorage({
  endpoint,
  bucket,
  region,
  accessKeyId,
  secretAccessKey,
}: BucketOptions): PrivateStorage {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const root = `${endpoint.replace(/\/$/, '')}/${bucket}`;

  async function send(
    method: string,
    key: string,
    { body, headers }: { body?: Uint8Array; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    assertStorageKey(key);
    const response = await client.fetch(`${root}/${key}`, {
      method,
      headers,
      body: body && Buffer.from(body),
    });
    if (response.ok || (response.status === 404 && method !== 'PUT')) return response;
    throw new Error(`The bucket answered ${response.status} to ${method} ${key}`);
  }

  async function page(prefix: string, continuation: string | null): Promise<string> {
    const query = new URLSearchParams({ 'list-type': '2', prefix });
    if (continuation) query.set('continuation-token', continuation);
    const response = await client.fetch(`${root}?${query}`);
    if (!response.ok) throw new Error(`The bucket answered ${response.status} to a listing`);
    return response.text();
  }

  return {
    async put(key, body) {
      const headers = { 'content-type': contentTypeOf(key), 'cache-control': CACHE_FOR_EVER };
      await send('PUT', key, { body, headers });
    },
    async get(key, range) {
      const headers = range && { range: `bytes=${range.first}-${range.last}` };
      const response = await send('GET', key, { headers });
      if (!response.ok) return null;
      const content = Buffer.from(await response.arrayBuffer());
      // A server may answer with everything, whatever was asked for (RFC 9110, 14.2).
      return range && response.status === 200 ? content.subarray(range.first, range.last + 1) : content;
    },
    async exists(key) {
      return (await send('HEAD', key)).ok;
    },
    async size(key) {
      const response = await send('HEAD', key);
      return response.ok ? Number(response.headers.get('content-length')) : null;
    },
    /** The length is among the signed headers, so that the bucket itself refuses any other. */
    async signUpload(key, { bytes, seconds }, now) {
      assertStorageKey(key);
      const address = new URL(`${root}/${key}`);
      address.searchParams.set('X-Amz-Expires', String(seconds));
      const signed = await client.sign(address.href, {
        method: 'PUT',
        headers: { 'content-length': String(bytes) },
        aws: { signQuery: true, allHeaders: true, datetime: amzDate(now) },
      });
      return signed.url;
    },
    async delete(key) {
      await send('DELETE', key);
    },
    async *list(prefix = '') {
      assertStoragePrefix(prefix);
      let continuation: string | null = null;
      do {
        const xml: string = await page(prefix, continuation);
        for (const [, key] of xml.matchAll(/<Key>([^<]+)<\/Key>/g)) yield key!;
        continuation = continuationOf(xml);
      } while (continuation);
    },
  };
}

/** `20260301T090000Z`. */
function amzDate(now: Date): string {
  return now.toISOString().replaceAll(/[:-]|\.\d{3}/g, '');
}

/** Keys need no unescaping: their characters mean nothing in XML. A token may be any text. */
function continuationOf(xml: string): string | null {
  const token = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(xml)?.[1];
  return (
    token
      ?.replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&') ?? null
  );
}
