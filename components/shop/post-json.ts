import type { ActionFailure, ActionResult } from '@/lib/kernel/action-result';

/** Sends a change to one of our routes. Rejects when the shop cannot be reached. */
export async function postJson<T>(path: string, body: object): Promise<ActionResult<T>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return { ok: true, value: (await response.json()) as T };
  return { ok: false, ...((await response.json()) as Omit<ActionFailure, 'ok'>) };
}
