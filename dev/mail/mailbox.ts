import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { simpleParser, type AddressObject } from 'mailparser';

export type Attachment = { readonly name: string; readonly contentType: string; readonly base64: string };

export type StoredMail = {
  /** Sorts by time of arrival. */
  readonly id: string;
  readonly receivedAt: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
};

const KEPT = 500;

/** The mails that were sent, newest first, each a JSON file; the oldest go when there are more than 500. */
export class Mailbox {
  #mails: StoredMail[] = [];

  private constructor(readonly folder: string) {}

  static async open(folder: string): Promise<Mailbox> {
    const mailbox = new Mailbox(folder);
    await mkdir(folder, { recursive: true });
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
    mailbox.#mails = texts
      .map((text) => JSON.parse(text) as StoredMail)
      .toSorted((a, b) => (a.id < b.id ? 1 : -1));
    return mailbox;
  }

  /** `to` is compared whole and without case; `subject` is contained. */
  list(filter: { to?: string; subject?: string } = {}): readonly StoredMail[] {
    const to = filter.to?.toLowerCase();
    return this.#mails.filter(
      (mail) =>
        (!to || mail.to.some((each) => each.toLowerCase() === to)) &&
        mail.subject.includes(filter.subject ?? ''),
    );
  }

  get(id: string): StoredMail | null {
    return this.#mails.find((mail) => mail.id === id) ?? null;
  }

  /** Resolves when the mail is on disk, which is when the sender is told that it was accepted. */
  async receive(source: Readable): Promise<StoredMail> {
    const parsed = await simpleParser(source, { skipImageLinks: true });
    const receivedAt = new Date();
    const mail: StoredMail = {
      id: `${receivedAt.getTime().toString().padStart(15, '0')}-${randomBytes(4).toString('hex')}`,
      receivedAt: receivedAt.toISOString(),
      messageId: parsed.messageId ?? '',
      from: parsed.from?.text ?? '',
      to: addressesOf(parsed.to),
      subject: parsed.subject ?? '',
      html: parsed.html || '',
      text: parsed.text ?? '',
      attachments: parsed.attachments.map((attachment) => ({
        name: attachment.filename ?? 'attachment',
        contentType: attachment.contentType,
        base64: attachment.content.toString('base64'),
      })),
    };
    const file = this.#fileOf(mail.id);
    await writeFile(`${file}.unfinished`, JSON.stringify(mail));
    await rename(`${file}.unfinished`, file);
    this.#mails.unshift(mail);
    await this.#remove(this.#mails.splice(KEPT));
    return mail;
  }

  async empty(): Promise<void> {
    await this.#remove(this.#mails.splice(0));
  }

  async #remove(mails: readonly StoredMail[]): Promise<void> {
    await Promise.all(mails.map((mail) => rm(this.#fileOf(mail.id), { force: true })));
  }

  #fileOf(id: string): string {
    return path.join(this.folder, `${id}.json`);
  }
}

function addressesOf(to: AddressObject | AddressObject[] | undefined): string[] {
  const groups = to === undefined ? [] : Array.isArray(to) ? to : [to];
  return groups.flatMap((group) => group.value.flatMap((each) => each.address ?? []));
}
