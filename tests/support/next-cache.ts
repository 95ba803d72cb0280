/**
 * Stands in for `next/cache` where no Next runs, so nothing is cached and there is nothing to forget:
 * `vi.mock('next/cache', () => import('@/tests/support/next-cache'))`.
 */
export function refresh(): void {}
export function unstable_cache<Read>(read: Read): Read {
  return read;
}
export function revalidatePath(): void {}
