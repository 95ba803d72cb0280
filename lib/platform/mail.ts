import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import { env } from './env';

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /**
   * Names what this mail is about (`receipt:<order id>`). The same key gives the same Message-ID, so that a
   * mail sent twice by a retried job is shown once by mail programs.
   */
  readonly idempotencyKey?: string;
};

const TIMEOUT_MS = 10_000;

const holder = globalThis as typeof globalThis & { soukMail?: Transporter };

/** Hands the mail to the server at SMTP_URL. Throws when it is not accepted; the calling job tries again. */
export async function sendMail({ to, subject, html, text, idempotencyKey }: Mail): Promise<void> {
  const messageId = idempotencyKey && messageIdFor(idempotencyKey);
  await transport().sendMail({ from: env().MAIL_FROM, to, subject, html, text, messageId });
}

/** Ends the open connections to the mail server. */
export function closeMail(): void {
  holder.soukMail?.close();
  holder.soukMail = undefined;
}

function transport(): Transporter {
  holder.soukMail ??= createTransport({
    url: env().SMTP_URL,
    pool: true,
    maxConnections: 4,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // Contents are strings; nothing a template holds may make the mailer read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return holder.soukMail;
}

function messageIdFor(key: string): string {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `<${digest}@${new URL(env().APP_URL).hostname}>`;
}
