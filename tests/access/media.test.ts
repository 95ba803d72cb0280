import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { storage } from '@/lib/platform/storage';

const folder = mkdtempSync(path.join(tmpdir(), 'souk-media-'));
process.env.STORAGE_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true }));

const { GET } = await import('@/app/media/[key]/route');

function get(key: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request('http://localhost:3000/media/any', { headers });
  return GET(request, { params: Promise.resolve({ key }) });
}

describe('a picture', () => {
  it('is served for ever, as what it is, and runs nothing', async () => {
    await storage().put('abc-480.svg', Buffer.from('<svg/>'));
    const answer = await get('abc-480.svg');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<svg/>');
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is not sent again to whoever has it', async () => {
    await storage().put('abc-960.avif', Buffer.from('pixels'));
    const { headers } = await get('abc-960.avif');
    expect((await get('abc-960.avif', { 'if-none-match': headers.get('etag')! })).status).toBe(304);
  });

  it('comes in parts to whoever asks for parts', async () => {
    await storage().put('film.mp4', Buffer.from('0123456789'));
    const some = await get('film.mp4', { range: 'bytes=2-5' });
    expect([some.status, await some.text(), some.headers.get('content-range')]).toEqual([
      206,
      '2345',
      'bytes 2-5/10',
    ]);
    const beyond = await get('film.mp4', { range: 'bytes=10-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    expect((await get('film.mp4', { range: 'bytes=4-2' })).status).toBe(200);
    expect((await get('none.mp4', { range: 'bytes=0-' })).status).toBe(404);
  });

  it('that is not there is asked for again next time', async () => {
    const answer = await get('not-there-480.avif');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    '../secrets.json',
    '..',
    '.unfinished',
    'a/b',
    '/etc/passwd',
    'a..b',
    '%2e%2e%2fsecrets.json',
    '',
  ])('cannot be asked for as %s', async (key) => expect((await get(key)).status).toBe(404));
});
