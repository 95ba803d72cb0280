import { ok, type Result } from '@/lib/kernel/result';
import type { SellerAct } from '@/lib/orders';
import type { Database } from '@/lib/platform/database';
import type { ParcelsByFile } from '../model';
import { shipParcel, type ShipParcelRefusal } from '../ship-parcel';
import { planParcels, showPlan, type PlannedParcel } from './plan-parcels';
import { readParcels } from './read-parcels';

type ParcelFile = Omit<SellerAct, 'sellerOrderId'> & { readonly file: Buffer };

/** What a file of parcels would send. Changes nothing; refuses what is no such file (`parcel_sheet_unusable`). */
export async function checkParcels(
  db: Database,
  { sellerId, file }: Pick<ParcelFile, 'sellerId' | 'file'>,
): Promise<Result<ParcelsByFile, 'parcel_sheet_unusable'>> {
  const sheet = await readParcels(file);
  return sheet.ok ? ok(showPlan(sheet.value, await planParcels(db, sellerId, sheet.value))) : sheet;
}

/**
 * Sends one parcel for each row of a file that can be used, with all that is open of its order; each for itself, so that
 * what cannot be sent keeps nothing else back. A part never leaves twice under one number: the same file again, or at
 * the same time, sends nothing. Refuses what is no such file (`parcel_sheet_unusable`).
 */
export async function shipParcelsByFile(
  db: Database,
  { file, ...act }: ParcelFile,
): Promise<Result<ParcelsByFile, 'parcel_sheet_unusable'>> {
  const sheet = await readParcels(file);
  if (!sheet.ok) return sheet;
  const refused = new Map<number, ShipParcelRefusal>();
  for (const planned of await planParcels(db, act.sellerId, sheet.value)) {
    if (planned.kind !== 'ready') continue;
    const { row, part, parcel } = planned;
    const { carrier, trackingNumber } = parcel;
    const { sellerOrderId, open } = part;
    const shipped = await shipParcel(db, { ...act, sellerOrderId, carrier, trackingNumber, lines: open });
    if (!shipped.ok) refused.set(row.number, shipped.error);
  }
  // Compared anew: what was refused because somebody else was sending it is sent by now, as its row says.
  const after = await planParcels(db, act.sellerId, sheet.value);
  const told = after.map((planned): PlannedParcel => {
    const problem = planned.kind === 'ready' && refused.get(planned.row.number);
    return problem ? { kind: 'problem', row: planned.row, problem } : planned;
  });
  return ok(showPlan(sheet.value, told));
}
