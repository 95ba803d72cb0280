import { z } from 'zod';
import { getSides, listUnread, type MessageWritten } from '@/lib/conversations';
import type { MessageView } from '@/lib/conversations/model';
import { getContact } from '@/lib/customers';
import { DEFAULT_LOCALE, isLocale, localePath, translator, type Translator } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { enqueueJobs } from '@/lib/platform/jobs';
import { getSeller } from '@/lib/sellers';
import { mailTo } from './mail-to';
import { findRecipient } from './order-recipient';
import { listMembersToTell, type SellerRecipient } from './seller-recipients';

/** The job that mails what somebody has not read. */
export const TELL_OF_MESSAGES_JOB = 'tell-of-messages';

export const unreadMessages = z.object({
  conversationId: z.uuid(),
  /** Whom to tell. */
  side: z.enum(['buyer', 'seller']),
  /** The first one they have not read. */
  from: z.number().int().positive(),
});

type UnreadMessages = z.infer<typeof unreadMessages>;

/** Who has the conversation open reads it meanwhile, and what belongs together is written. */
const PATIENCE_SECONDS = 60;

/** Plans one mail for the first message that somebody has not read; until they read, no other one follows. */
export async function planMessageMail(db: Executor, written: MessageWritten): Promise<void> {
  if (written.unread > 1) return;
  const { conversationId, by, position: from } = written;
  const payload: UnreadMessages = { conversationId, side: by === 'buyer' ? 'seller' : 'buyer', from };
  await enqueueJobs(db, [
    {
      name: TELL_OF_MESSAGES_JOB,
      payload,
      uniqueKey: `${TELL_OF_MESSAGES_JOB}:${conversationId}:${from}`,
      delaySeconds: PATIENCE_SECONDS,
    },
  ]);
}

/** Mails all that the side has not read; nothing when it has read what it was to be told of. */
export async function sendMessageMails(db: Executor, told: UnreadMessages): Promise<void> {
  const unread = await listUnread(db, told.conversationId, told.side);
  if (unread[0]?.position !== told.from) return;
  const sides = await getSides(db, told.conversationId);
  if (!sides) return;
  await (told.side === 'buyer' ? tellBuyer(db, told, sides, unread) : tellSeller(db, told, sides, unread));
}

type Sides = NonNullable<Awaited<ReturnType<typeof getSides>>>;
type Reader = Pick<SellerRecipient, 'to' | 'locale' | 't' | 'url'>;

async function tellBuyer(
  db: Executor,
  told: UnreadMessages,
  sides: Sides,
  unread: readonly MessageView[],
): Promise<void> {
  const [buyer, seller] = await Promise.all([
    findBuyer(db, told.conversationId, sides),
    getSeller(db, sides.sellerId),
  ]);
  if (!buyer || !seller) return;
  const { t } = buyer;
  const facts = { seller: seller.name, about: await wordsFor(db, sides, t) };
  const subject = t('messages.fromSellerSubject', facts);
  await mailTo(buyer, keyOf(told), subject, content(t, t('messages.fromSeller', facts), unread));
}

/** Who has bought, also as a guest; or who has asked, and has an account. */
async function findBuyer(db: Executor, conversationId: string, sides: Sides): Promise<Reader | null> {
  if (sides.orderId !== null) return findRecipient(db, sides.orderId);
  const contact = sides.customerId && (await getContact(db, sides.customerId));
  if (!contact) return null;
  const locale = isLocale(contact.locale) ? contact.locale : DEFAULT_LOCALE;
  const path = localePath(locale, `/account/messages/${publicId('cnv', conversationId)}`);
  return { to: contact.email, locale, t: translator(locale, 'mail'), url: `${env().APP_URL}${path}` };
}

async function tellSeller(
  db: Executor,
  told: UnreadMessages,
  sides: Sides,
  unread: readonly MessageView[],
): Promise<void> {
  const page = `/seller/messages/${publicId('cnv', told.conversationId)}`;
  for (const member of await listMembersToTell(db, sides.sellerId, ['owner', 'orders'], page)) {
    const { t } = member;
    const facts = { about: await wordsFor(db, sides, t) };
    const subject = t('messages.fromBuyerSubject', facts);
    const key = `${keyOf(told)}:${member.userId}`;
    await mailTo(member, key, subject, content(t, t('messages.fromBuyer', facts), unread));
  }
}

async function wordsFor(db: Executor, sides: Sides, t: Translator<'mail'>): Promise<string> {
  if (sides.orderId === null) return t('messages.product', { title: sides.productTitle ?? '' });
  const { order } = await findRecipient(db, sides.orderId);
  return t('messages.order', { number: order.number });
}

function content(t: Translator<'mail'>, lead: string, unread: readonly MessageView[]) {
  return {
    title: t('messages.title', { count: unread.length }),
    paragraphs: [lead, ...unread.map(({ body }) => body)],
    action: t('messages.action'),
    note: t('messages.note'),
  };
}

function keyOf({ conversationId, from }: UnreadMessages): string {
  return `messages:${conversationId}:${from}`;
}
