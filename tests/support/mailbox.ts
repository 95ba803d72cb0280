import { z } from 'zod';
import { expect } from '@playwright/test';

const mailSchema = z.object({ id: z.string(), subject: z.string(), text: z.string().nullish() });

export type Mail = z.infer<typeof mailSchema>;

/** What the shop has sent, as its mail sandbox shows it. */
export class Mailbox {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** The newest mail to that address whose subject has these words; waits for it, since the worker sends it. */
  async expectMail(to: string, subject: string): Promise<Mail> {
    let mail: Mail | undefined;
    await expect
      .poll(async () => (mail = await this.#newest(to, subject)), { message: `a mail "${subject}" to ${to}` })
      .toBeDefined();
    return mailSchema.parse(mail);
  }

  /** The first address in the mail that begins with `prefix`. */
  linkIn(mail: Mail, prefix: string): string {
    const link = (mail.text ?? '').split(/\s+/).find((word) => word.startsWith(prefix));
    if (!link) throw new Error(`No link ${prefix}… in the mail "${mail.subject}":\n${mail.text ?? ''}`);
    return link;
  }

  async #newest(to: string, subject: string): Promise<Mail | undefined> {
    const query = new URLSearchParams({ to, subject });
    const response = await fetch(`${this.#url}/api/messages?${query}`);
    return z.array(mailSchema).parse(await response.json())[0];
  }
}
