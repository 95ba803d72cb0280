'use server';

import { refresh } from 'next/cache';
import { DESK, defineAction } from '@/lib/http';
import { ok, type Result } from '@/lib/kernel/result';
import { saveBusiness } from '@/lib/sellers';
import { businessInput } from '@/lib/sellers/input';

/** Who the shop is before the law, for what it issues from now on. */
export const saveBusinessDetails = defineAction({
  name: 'seller.save-business',
  policy: DESK.handleMoney,
  input: businessInput,
  handler: async ({ db, seller, input }): Promise<Result<void, never>> => {
    await saveBusiness(db, seller.sellerId, input);
    refresh();
    return ok(undefined);
  },
});
