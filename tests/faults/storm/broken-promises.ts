import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/platform/database';
import type { Experience } from './person';

type Bought = { email: string; placed: number; kept: number; captured: number };

/**
 * What people were promised and did not get, one sentence each: whoever paid has one order, which is paid, or cancelled
 * and given back whole; who did not pay was not charged; nobody has two orders; and no work was given up (a run of a schedule
 * may be: the next one does its work).
 */
export async function listBrokenPromises(
  db: Database,
  experiences: readonly Experience[],
  since: Date,
): Promise<readonly string[]> {
  const bought = await db.execute<Bought>(sql`
    select o.email, count(*)::int as placed,
      count(*) filter (where p.status = 'captured')::int as captured,
      count(*) filter (where p.status = 'captured' and (o.paid_at is not null or p.refunded_minor = p.captured_minor))::int
        as kept
    from orders o join payments p on p.order_id = o.id
    where o.placed_at >= ${since.toISOString()}::timestamptz - interval '1 hour' and o.email like 'bench-%'
    group by o.email`);
  const byEmail = new Map(bought.map((row) => [row.email, row]));
  const dead = await db.execute<{ name: string; last_error: string | null }>(
    sql`select name, last_error from jobs where status = 'dead' and max_attempts > 1 and created_at >= ${since.toISOString()}::timestamptz - interval '1 hour'`,
  );
  return [
    ...experiences.flatMap((experience) => brokenFor(experience, byEmail.get(experience.email))),
    ...dead.map((job) => `${job.name} was given up: ${job.last_error}`),
  ];
}

function brokenFor({ email, paid }: Experience, bought: Bought | undefined): string[] {
  const { placed = 0, captured = 0, kept = 0 } = bought ?? {};
  return [
    ...(placed > 1 ? [`${email} wanted one order and has ${placed}`] : []),
    ...(paid && kept !== 1 ? [`${email} paid and has neither goods nor money`] : []),
    ...(paid === false && captured > 0 ? [`${email} did not pay and was charged`] : []),
  ];
}
