import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { mailTo } from './mail-to';
import { listMembersToTell } from './seller-recipients';

/** Tells the owners of a shop that their program has not answered for days, and is told nothing more. */
export async function sendWebhookFailedMails(
  db: Executor,
  {
    endpointId,
    sellerId,
    url,
  }: { readonly endpointId: string; readonly sellerId: string; readonly url: string },
): Promise<void> {
  const page = `/seller/programs/${publicId('whe', endpointId)}`;
  for (const owner of await listMembersToTell(db, sellerId, ['owner'], page)) {
    await mailTo(owner, `webhook-failed:${endpointId}:${owner.userId}`, owner.t('webhookFailed.subject'), {
      title: owner.t('webhookFailed.title'),
      paragraphs: [owner.t('webhookFailed.body', { url })],
      action: owner.t('webhookFailed.action'),
    });
  }
}
