import { vi } from 'vitest';
import type { Mail } from '@/lib/platform/mail';

/** Stands in for the post office (`stand-ins.ts`): what this test file would have sent. */
export const sentMails: Mail[] = [];

export const sendMail = vi.fn(async (mail: Mail) => {
  sentMails.push(mail);
});

/** Takes the only mail to somebody out of the outbox. */
export function takeMailTo(address: string): Mail {
  const [mail, ...more] = sentMails.filter(({ to }) => to === address);
  if (!mail || more.length > 0)
    throw new Error(`Expected one mail to ${address}, found ${mail ? 1 + more.length : 0}`);
  sentMails.splice(sentMails.indexOf(mail), 1);
  return mail;
}

/** The token in the link of a mail about an account. */
export function tokenIn(mail: Mail): string {
  const token = /[?&]token=([\w-]+)/.exec(mail.text)?.[1];
  if (!token) throw new Error(`There is no token in "${mail.subject}"`);
  return token;
}
