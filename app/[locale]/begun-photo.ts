import { publicId } from '@/lib/kernel/ids';
import { ok, type Result } from '@/lib/kernel/result';

/** What a page is told of a photo whose upload has begun: its id as pages know it, and where to send it. */
export function begunPhoto<E extends string>(
  begun: Result<{ photoId: string; address: string }, E>,
): Result<{ photoId: string; address: string }, E> {
  if (!begun.ok) return begun;
  const { photoId, address } = begun.value;
  return ok({ photoId: publicId('pho', photoId), address });
}
