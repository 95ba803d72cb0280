import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { conversationReports, conversations, messages } from '@/db/schema/conversations';
import { sellers } from '@/db/schema/sellers';
import { recordAudit } from '@/lib/audit';
import { publicId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor } from '@/lib/platform/database';
import type { MessageView, OpenReport, ReportedConversation } from './model';
import { getConversation, getSides, toMessageView } from './read-conversation';

const LONGEST_LIST = 100;

/** Of a long conversation, the latest. */
const MOST_READ = 500;

type StaffAct = { readonly conversationId: string; readonly userId: string; readonly reason: string };

/** What waits for staff to see to it, the oldest first. */
export async function listOpenReports(db: Executor): Promise<OpenReport[]> {
  const rows = await db
    .select({ report: conversationReports, sellerName: sellers.name })
    .from(conversationReports)
    .innerJoin(conversations, eq(conversations.id, conversationReports.conversationId))
    .innerJoin(sellers, eq(sellers.id, conversations.sellerId))
    .where(isNull(conversationReports.closedAt))
    .orderBy(asc(conversationReports.reportedAt))
    .limit(LONGEST_LIST);
  return rows.map(({ report, sellerName }) => ({
    conversationId: publicId('cnv', report.conversationId),
    by: report.reportedBy,
    reportedAt: report.reportedAt.toISOString(),
    sellerName,
  }));
}

/** Who talks about what, and why it was reported; null when it never was. Nothing of what was written. */
export async function getReportedConversation(
  db: Executor,
  conversationId: string,
): Promise<ReportedConversation | null> {
  const reports = await db
    .select()
    .from(conversationReports)
    .where(eq(conversationReports.conversationId, conversationId))
    .orderBy(asc(conversationReports.reportedAt));
  const sides = reports.length > 0 ? await getSides(db, conversationId) : null;
  const shown =
    sides && (await getConversation(db, conversationId, { by: 'seller', sellerId: sides.sellerId }));
  if (!shown) return null;
  const { about, buyerName, sellerName } = shown;
  return {
    conversationId: shown.conversationId,
    about,
    buyerName,
    sellerName,
    reports: reports.map(({ reportedBy, reason, reportedAt, closedAt }) => ({
      by: reportedBy,
      reason,
      reportedAt: reportedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    })),
  };
}

/**
 * Lets staff read a conversation while a report of it is open. That they did, and why, is written down before they see
 * it. `not_found` when nobody has asked them to look.
 */
export async function readReportedConversation(
  db: Database,
  { conversationId, userId, reason }: StaffAct,
): Promise<Result<readonly MessageView[], 'not_found'>> {
  return db.transaction(async (tx): Promise<Result<readonly MessageView[], 'not_found'>> => {
    if ((await tx.$count(conversationReports, openOf(conversationId))) === 0) return refuse('not_found');
    await recordAudit(tx, {
      actor: `user:${userId}`,
      action: 'conversation.read',
      subject: { type: 'conversation', id: conversationId },
      reason,
    });
    const rows = await tx
      .select()
      .from(messages)
      .where(eq(messages.conversationId, conversationId))
      .orderBy(desc(messages.position))
      .limit(MOST_READ);
    return ok(rows.map(toMessageView).toReversed());
  });
}

/** Staff have seen to what was reported, and say how; it can be read no more. `not_found` when nothing is open. */
export async function closeReports(
  db: Database,
  { conversationId, userId, reason, now }: StaffAct & { readonly now: Date },
): Promise<Result<void, 'not_found'>> {
  return db.transaction(async (tx): Promise<Result<void, 'not_found'>> => {
    const closed = await tx
      .update(conversationReports)
      .set({ closedAt: now })
      .where(openOf(conversationId))
      .returning({ id: conversationReports.id });
    if (closed.length === 0) return refuse('not_found');
    await recordAudit(tx, {
      actor: `user:${userId}`,
      action: 'conversation.seen_to',
      subject: { type: 'conversation', id: conversationId },
      reason,
    });
    return ok(undefined);
  });
}

function openOf(conversationId: string) {
  return and(eq(conversationReports.conversationId, conversationId), isNull(conversationReports.closedAt));
}
