/** When a parcel leaves its seller at the latest, and when it arrives. Dates are at noon UTC. */
export type DeliveryPromise = { readonly shipBy: Date; readonly from: Date; readonly to: Date };

/** Working days to hand over, then working days in transit. */
export function promiseDelivery(
  orderedAt: Date,
  handlingDays: number,
  transit: { readonly minDays: number; readonly maxDays: number },
): DeliveryPromise {
  const shipBy = addWorkingDays(orderedAt, handlingDays);
  return {
    shipBy,
    from: addWorkingDays(shipBy, transit.minDays),
    to: addWorkingDays(shipBy, transit.maxDays),
  };
}

/** How many working days after `start` it is at `end`; what begins and ends on one day took none. */
export function workingDaysBetween(start: Date, end: Date): number {
  const last = addWorkingDays(end, 0);
  let days = 0;
  for (let date = addWorkingDays(start, 1); date <= last; date = addWorkingDays(date, 1)) days += 1;
  return days;
}

/** Monday to Friday; public holidays differ by seller and carrier and are not counted. */
export function addWorkingDays(start: Date, days: number): Date {
  const date = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate(), 12));
  let left = days;
  while (left > 0) {
    date.setUTCDate(date.getUTCDate() + 1);
    const weekday = date.getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return date;
}
