import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import type { sellers } from '@/db/schema/sellers';
import { newId, parsePublicId } from '@/lib/kernel/ids';
import { folderStorage } from '@/lib/platform/storage/folder';
import { testDatabase } from '@/tests/support/database';
import { approvedSeller, signedInPerson } from '@/tests/support/people';
import {
  beginDocument,
  finishDocument,
  getBusiness,
  getSeller,
  listDocuments,
  MOST_DOCUMENT_BYTES,
  readDocument,
  reapply,
  removeDocument,
  saveOwnBusiness,
} from '.';
import { businessInput } from './input';

const { db, ownerDb } = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'souk-documents-'));
afterAll(() => rm(folder, { recursive: true }));
const storage = folderStorage(folder);
const now = new Date();

async function owner(status: typeof sellers.$inferInsert.status = 'applied') {
  const sellerId = await approvedSeller(ownerDb);
  const { userId } = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
  await ownerDb.execute(sql`update sellers set status = ${status} where id = ${sellerId}`);
  return { sellerId, userId };
}

const me = await owner();
const stranger = await owner('approved');
const PDF = Buffer.from('%PDF-1.7 and more');

async function send(content: Buffer, who = me): Promise<string> {
  const begun = await beginDocument(
    db,
    storage,
    { ...who, kind: 'registration', name: 'extract.pdf', bytes: content.byteLength },
    now,
  );
  if (!begun.ok) throw new Error(begun.error);
  await storage.put(new URL(begun.value.address, 'http://shop').pathname.split('/').at(-1)!, content);
  return begun.value.documentId;
}

describe('a document', () => {
  it('is kept before the shop is open, read by its owner and staff, and taken back file and all', async () => {
    const documentId = await send(PDF);
    expect(await listDocuments(db, me.sellerId)).toEqual([]);
    expect(await finishDocument(db, storage, { ...me, documentId })).toMatchObject({ ok: true });
    const [listed] = await listDocuments(db, me.sellerId);
    expect(listed).toMatchObject({ name: 'extract.pdf', kind: 'registration', bytes: PDF.byteLength });
    expect(parsePublicId('doc', listed!.documentId)).toBe(documentId);
    for (const reader of ['staff', me] as const) {
      expect(await readDocument(db, storage, documentId, reader)).toMatchObject({
        mediaType: 'application/pdf',
        content: PDF,
      });
    }
    expect(await removeDocument(db, storage, { ...me, documentId })).toMatchObject({ ok: true });
    expect(await readDocument(db, storage, documentId, 'staff')).toBeNull();
    const left: string[] = [];
    for await (const key of storage.list()) left.push(key);
    expect(left).toEqual([]);
  });

  it.each([
    ['a page', '<html><script>alert(1)</script>'],
    ['a program', 'MZ\u0090\u0000'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])('that is %s, whatever it is called, is refused and thrown away', async (_, text) => {
    const documentId = await send(Buffer.from(text));
    expect(await finishDocument(db, storage, { ...me, documentId })).toMatchObject({
      error: 'document_unreadable',
    });
    expect(await readDocument(db, storage, documentId, 'staff')).toBeNull();
  });

  it('is never too large, never of another length, and there are never too many', async () => {
    const wanted = { ...me, kind: 'tax' as const, name: 'tax.pdf', bytes: MOST_DOCUMENT_BYTES + 1 };
    expect(await beginDocument(db, storage, wanted, now)).toMatchObject({ error: 'document_too_large' });
    const begun = await beginDocument(db, storage, { ...wanted, bytes: 5 }, now);
    const documentId = begun.ok ? begun.value.documentId : '';
    expect(await finishDocument(db, storage, { ...me, documentId })).toMatchObject({ error: 'not_found' });
    for (let more = 1; more < 12; more++) await beginDocument(db, storage, { ...wanted, bytes: 5 }, now);
    expect(await beginDocument(db, storage, { ...wanted, bytes: 5 }, now)).toMatchObject({
      error: 'too_many_documents',
    });
    await ownerDb.execute(sql`delete from seller_documents where media_type is null`);
  });

  it('of another shop is not found by any use case', async () => {
    const documentId = await send(PDF);
    const theirs = { userId: stranger.userId, documentId };
    expect(await finishDocument(db, storage, theirs)).toMatchObject({ error: 'not_found' });
    await finishDocument(db, storage, { ...me, documentId });
    expect(await removeDocument(db, storage, theirs)).toMatchObject({ error: 'not_found' });
    expect(await readDocument(db, storage, documentId, stranger)).toBeNull();
    const into = {
      userId: stranger.userId,
      sellerId: me.sellerId,
      kind: 'tax' as const,
      name: 'x',
      bytes: 1,
    };
    expect(await beginDocument(db, storage, into, now)).toMatchObject({ error: 'not_found' });
    expect(await listDocuments(db, me.sellerId)).toHaveLength(1);
  });
});

const business = businessInput.parse({
  legalName: 'Yard GmbH',
  line1: 'Hof 1',
  postalCode: '04103',
  city: 'Leipzig',
  country: 'de',
  vatId: 'de 123.456-789',
});

it('the business is said before the shop is open, by its owner alone', async () => {
  expect(await saveOwnBusiness(db, me, business)).toMatchObject({ ok: true });
  expect(await getBusiness(db, me.sellerId)).toMatchObject({ country: 'DE', vatId: 'DE123456789' });
  const forged = { userId: stranger.userId, sellerId: me.sellerId };
  expect(await saveOwnBusiness(db, forged, { ...business, legalName: 'Mine' })).toMatchObject({
    error: 'not_found',
  });
  expect(await getBusiness(db, me.sellerId)).toMatchObject({ legalName: 'Yard GmbH' });
});

describe('an application that was declined', () => {
  const words = { tagline: '', story: 'Now with all that was asked for.', city: 'Leipzig', country: 'DE' };

  it('is changed and waits again; one that was not declined stays as it is', async () => {
    const declined = await owner('declined');
    expect(await reapply(db, declined, words)).toMatchObject({ ok: true });
    const [told] = await db.execute<{ count: number }>(sql`
      select count(*)::int as count from outbox_events
      where name = 'seller.applied' and aggregate_id = ${declined.sellerId}`);
    expect(told!.count).toBe(1);
    expect(await getSeller(db, declined.sellerId)).toMatchObject({ status: 'applied', story: words.story });
    for (const who of [declined, stranger]) {
      expect(await reapply(db, who, words)).toMatchObject({ error: 'illegal_transition' });
    }
  });

  it('of somebody else, or of nobody, is not found', async () => {
    const declined = await owner('declined');
    for (const sellerId of [declined.sellerId, newId()]) {
      const forged = { userId: stranger.userId, sellerId };
      expect(await reapply(db, forged, words)).toMatchObject({ error: 'not_found' });
    }
    expect(await getSeller(db, declined.sellerId)).toMatchObject({ status: 'declined' });
  });
});
