/** Stands in for `next/cache` where no Next runs (`stand-ins.ts`): nothing is cached, and there is nothing to forget. */
export function refresh(): void {}
export function unstable_cache<Read>(read: Read): Read {
  return read;
}
export function revalidatePath(): void {}
