import { and, asc, count, eq, isNotNull } from 'drizzle-orm';
import { sellerDocuments, sellerMembers } from '@/db/schema/sellers';
import { newId, publicId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor } from '@/lib/platform/database';
import type { PrivateStorage } from '@/lib/platform/storage';
import { documentTypeOf } from './document-type';
import type { SellerDocument, SellerDocumentKind } from './model';

const MOST_DOCUMENTS = 12;
export const MOST_DOCUMENT_BYTES = 10 * 1024 * 1024;
const UPLOAD_SECONDS = 3600;

/** A document and whoever may touch it: an owner of the shop, in whatever state that is. */
type OwnDocument = { readonly userId: string; readonly documentId: string };

/**
 * Begins the upload of a document: answers where the browser PUTs it. `not_found` unless the person owns the shop;
 * refuses more bytes or more documents than anybody needs to show.
 */
export async function beginDocument(
  db: Executor,
  storage: PrivateStorage,
  wanted: {
    readonly userId: string;
    readonly sellerId: string;
    readonly kind: SellerDocumentKind;
    readonly name: string;
    readonly bytes: number;
  },
  now: Date,
): Promise<
  Result<{ documentId: string; address: string }, 'not_found' | 'document_too_large' | 'too_many_documents'>
> {
  const { userId, sellerId, kind, name, bytes } = wanted;
  if (!(await ownsShop(db, userId, sellerId))) return refuse('not_found');
  if (bytes > MOST_DOCUMENT_BYTES) {
    return refuse('document_too_large', { megabytes: MOST_DOCUMENT_BYTES / 1024 / 1024 });
  }
  const [there] = await db
    .select({ documents: count() })
    .from(sellerDocuments)
    .where(eq(sellerDocuments.sellerId, sellerId));
  if (there!.documents >= MOST_DOCUMENTS) return refuse('too_many_documents', { limit: MOST_DOCUMENTS });
  const documentId = newId();
  // Not the id, which pages show.
  const key = `document-${newId()}`;
  await db
    .insert(sellerDocuments)
    .values({ id: documentId, sellerId, kind, name, key, bytes, uploadedBy: userId });
  return ok({ documentId, address: await storage.signUpload(key, { bytes, seconds: UPLOAD_SECONDS }, now) });
}

/**
 * Takes a document that has arrived. Its content says what it is: what is neither a PDF nor a picture is thrown away
 * and refused. `not_found` when it has not arrived or is another's.
 */
export async function finishDocument(
  db: Database,
  storage: PrivateStorage,
  own: OwnDocument,
): Promise<Result<null, 'not_found' | 'document_unreadable'>> {
  const document = await findOwn(db, own);
  if (!document) return refuse('not_found');
  if (document.mediaType !== null) return ok(null);
  const content = await storage.get(document.key);
  if (content?.byteLength !== document.bytes) return refuse('not_found');
  const mediaType = documentTypeOf(content);
  if (mediaType === null) {
    await forget(db, storage, document);
    return refuse('document_unreadable');
  }
  await db.update(sellerDocuments).set({ mediaType }).where(eq(sellerDocuments.id, document.id));
  return ok(null);
}

/** Takes a document back, file and all. */
export async function removeDocument(
  db: Executor,
  storage: PrivateStorage,
  own: OwnDocument,
): Promise<Result<null, 'not_found'>> {
  const document = await findOwn(db, own);
  if (!document) return refuse('not_found');
  await forget(db, storage, document);
  return ok(null);
}

/** The documents of a shop that have arrived, oldest first. */
export async function listDocuments(db: Executor, sellerId: string): Promise<SellerDocument[]> {
  const rows = await db
    .select()
    .from(sellerDocuments)
    .where(and(eq(sellerDocuments.sellerId, sellerId), isNotNull(sellerDocuments.mediaType)))
    .orderBy(asc(sellerDocuments.createdAt));
  return rows.map(({ id, kind, name, bytes, createdAt }) => ({
    documentId: publicId('doc', id),
    kind,
    name,
    bytes,
    uploadedAt: createdAt.toISOString(),
  }));
}

export type DocumentFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
};

/** The file itself: for staff, or for an owner of the shop; null for anybody else. */
export async function readDocument(
  db: Executor,
  storage: PrivateStorage,
  documentId: string,
  reader: 'staff' | { readonly userId: string },
): Promise<DocumentFile | null> {
  const document =
    reader === 'staff' ? await findAny(db, documentId) : await findOwn(db, { ...reader, documentId });
  if (!document?.mediaType) return null;
  const content = await storage.get(document.key);
  return content && { name: document.name, mediaType: document.mediaType, content };
}

type Row = typeof sellerDocuments.$inferSelect;

async function findAny(db: Executor, documentId: string): Promise<Row | undefined> {
  const [row] = await db.select().from(sellerDocuments).where(eq(sellerDocuments.id, documentId));
  return row;
}

async function findOwn(db: Executor, { userId, documentId }: OwnDocument): Promise<Row | undefined> {
  const [row] = await db
    .select({ document: sellerDocuments })
    .from(sellerDocuments)
    .innerJoin(sellerMembers, eq(sellerMembers.sellerId, sellerDocuments.sellerId))
    .where(
      and(
        eq(sellerDocuments.id, documentId),
        eq(sellerMembers.userId, userId),
        eq(sellerMembers.role, 'owner'),
      ),
    );
  return row?.document;
}

/** Whether the person owns the shop, open or not yet. */
export async function ownsShop(db: Executor, userId: string, sellerId: string): Promise<boolean> {
  const found = await db
    .select({ role: sellerMembers.role })
    .from(sellerMembers)
    .where(
      and(
        eq(sellerMembers.userId, userId),
        eq(sellerMembers.sellerId, sellerId),
        eq(sellerMembers.role, 'owner'),
      ),
    );
  return found.length > 0;
}

/** The row first: what no row names is found by nobody. */
async function forget(db: Executor, storage: PrivateStorage, { id, key }: Row): Promise<void> {
  await db.delete(sellerDocuments).where(eq(sellerDocuments.id, id));
  await storage.delete(key);
}
