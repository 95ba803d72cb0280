import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startMailSandbox, type MailSandbox } from './main';
import type { StoredMail } from './mailbox';

let folder: string;
let sandbox: MailSandbox;
let mail: typeof import('@/lib/platform/mail');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'souk-mail-'));
  sandbox = await startMailSandbox({ folder, smtpPort: 11_025, webPort: 18_025 });
  process.env.SMTP_URL = sandbox.smtpUrl;
  mail = await vi.importActual<typeof mail>('@/lib/platform/mail');
});
afterAll(async () => {
  mail.closeMail();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

async function messages(query = ''): Promise<StoredMail[]> {
  const response = await fetch(`${sandbox.url}/api/messages${query}`);
  return (await response.json()) as StoredMail[];
}

function receipt(to: string) {
  const body = { html: '<h1>Thank you ☕</h1><script>alert(1)</script>', text: 'Thank you ☕' };
  return { to, subject: 'Your order <42>', ...body, idempotencyKey: 'receipt:42' };
}

test('what is sent can be read: whole, newest first, by recipient', async () => {
  await mail.sendMail(receipt('first@souk.example'));
  await mail.sendMail(receipt('second@souk.example'));
  const all = await messages();
  expect(all.map((each) => each.to)).toEqual([['second@souk.example'], ['first@souk.example']]);
  expect(all[0]).toMatchObject({ subject: 'Your order <42>', text: expect.stringContaining('Thank you ☕') });
  expect(await messages('?to=FIRST@souk.example')).toHaveLength(1);
});

test('a mail sent again has the same Message-ID', async () => {
  await mail.sendMail(receipt('third@souk.example'));
  await mail.sendMail(receipt('third@souk.example'));
  const ids = (await messages('?to=third@souk.example')).map((each) => each.messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('the pages show a mail without running anything in it', async () => {
  const [newest] = await messages();
  const list = await (await fetch(sandbox.url)).text();
  expect(list).toContain('Your order &lt;42&gt;');
  const page = await fetch(`${sandbox.url}/messages/${newest?.id}`);
  expect(await page.text()).toContain('sandbox="allow-popups');
  const body = await fetch(`${sandbox.url}/messages/${newest?.id}/html`);
  expect(body.headers.get('content-security-policy')).toContain("script-src 'none'");
  expect((await fetch(`${sandbox.url}/messages/unknown`)).status).toBe(404);
});

test('mails survive a restart and can be emptied', async () => {
  const before = await messages();
  await sandbox.close();
  sandbox = await startMailSandbox({ folder, smtpPort: 11_025, webPort: 18_025 });
  expect((await messages()).map((each) => each.id)).toEqual(before.map((each) => each.id));
  await fetch(`${sandbox.url}/api/messages`, { method: 'DELETE' });
  expect(await messages()).toEqual([]);
});
