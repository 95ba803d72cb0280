import { redirect } from 'next/navigation';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listAudit } from '@/lib/audit';
import { newId, publicId } from '@/lib/kernel/ids';
import { ok, refuse } from '@/lib/kernel/result';
import { testDatabase } from '@/tests/support/database';
import { requestComesWith } from '@/tests/support/next-request';
import { approvedSeller, signedInPerson } from '@/tests/support/people';
import { DESK, defineAction } from '.';

const { db, ownerDb, ownerSql } = await testDatabase();
const sellerId = await approvedSeller(ownerDb);
const person = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
requestComesWith({ cookie: person.cookie });

const logOfDesk = () => listAudit(db, { type: 'desk', id: sellerId });
const empty = z.object({});

test('an act at a desk is in its log once it is done: who, what, about which order', async () => {
  const act = defineAction({
    name: 'test.act',
    policy: DESK.enter,
    input: z.object({ sellerOrderId: z.uuid(), note: z.string() }),
    handler: async () => ok(null),
  });
  const sellerOrderId = newId();
  expect(await act({ sellerOrderId, note: 'nobody else needs to read this' })).toMatchObject({ ok: true });
  expect(await logOfDesk()).toMatchObject([
    {
      actor: `user:${person.userId}`,
      action: 'test.act',
      detail: { subject: publicId('slo', sellerOrderId) },
    },
  ]);
});

test('an act that leads to another page is done, too', async () => {
  const act = defineAction({
    name: 'test.leads-on',
    policy: DESK.enter,
    input: empty,
    logged: () => ({ said: 'so' }),
    handler: async () => redirect('/seller'),
  });
  await expect(act({})).rejects.toThrow('NEXT_REDIRECT');
  expect(await logOfDesk()).toMatchObject([
    { action: 'test.leads-on', detail: { said: 'so' } },
    { action: 'test.act' },
  ]);
});

test('what was refused, failed or is not worth it, and what happens elsewhere, is not in it', async () => {
  const before = await logOfDesk();
  const policy = DESK.enter;
  const acts = [
    defineAction({ name: 'test.no', policy, input: empty, handler: async () => refuse('conflict') }),
    defineAction({ name: 'test.fault', policy, input: empty, handler: () => Promise.reject(new Error()) }),
    defineAction({ name: 'test.look', policy, input: empty, logged: false, handler: async () => ok(null) }),
    defineAction({ name: 'test.buy', policy: 'user', input: empty, handler: async () => ok(null) }),
  ];
  for (const act of acts) await act({});
  expect(await logOfDesk()).toEqual(before);
});

test('pages of a log follow one another without a gap', async () => {
  const [newest, ...older] = await logOfDesk();
  const subject = { type: 'desk', id: sellerId };
  expect(await listAudit(db, subject, { before: newest!.auditId })).toEqual(older);
});

test('an act stands when its log cannot be written', async () => {
  await ownerSql`alter table audit_log add constraint nothing check (action <> 'test.unlogged') not valid`;
  const act = defineAction({
    name: 'test.unlogged',
    policy: DESK.enter,
    input: empty,
    handler: async () => ok('done'),
  });
  expect(await act({})).toEqual({ ok: true, value: 'done' });
});
