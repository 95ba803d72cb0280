import { z } from 'zod';
import { findOrderIdByEmail } from '@/lib/orders';
import type { Executor } from '@/lib/platform/database';
import { enqueueJobs } from '@/lib/platform/jobs';
import { sendMail } from '@/lib/platform/mail';
import { layOutMail } from '@/lib/platform/mail-layout';
import { findRecipient } from './order-recipient';

/** The job that mails a buyer the way to an order. */
export const ORDER_LINK_JOB = 'send-order-link';

export const orderLinkRequest = z.object({ number: z.string(), email: z.string() });

export type OrderLinkRequest = z.infer<typeof orderLinkRequest>;

/** Asks for the link. The caller learns nothing: the same work is done whether or not there is such an order. */
export async function requestOrderLink(db: Executor, request: OrderLinkRequest): Promise<void> {
  await enqueueJobs(db, [{ name: ORDER_LINK_JOB, payload: request }]);
}

/** Mails the link to the order's own address, if number and address belong together; else does nothing. */
export async function sendOrderLink(db: Executor, { number, email }: OrderLinkRequest): Promise<void> {
  const orderId = await findOrderIdByEmail(db, number, email);
  if (!orderId) return;
  const { to, locale, url, t } = await findRecipient(db, orderId);
  const content = layOutMail({
    language: locale,
    title: t('orderLink.title'),
    paragraphs: [t('orderLink.body', { number })],
    action: { label: t('orderLink.action'), url },
    note: t('orderLink.note'),
  });
  await sendMail({ to, subject: t('orderLink.subject', { number }), ...content });
}
