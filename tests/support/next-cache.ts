/**
 * Stands in for `next/cache` where no Next runs, so nothing is cached and there is nothing to forget:
 * `vi.mock('next/cache', () => import('@/tests/support/next-cache'))`.
 */
export function refresh(): void {}
export function cacheTag(): void {}
export function cacheLife(): void {}
export function updateTag(): void {}
export function revalidateTag(): void {}
export function revalidatePath(): void {}
