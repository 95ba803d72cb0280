import type { ReactNode } from 'react';
import { ShopFrame } from '@/components/shop/shop-frame';
import { currentLocale } from '@/components/ui/words';
import { listMenu } from '@/lib/catalog/cached';

export default async function ShopLayout({ children }: { children: ReactNode }) {
  return <ShopFrame departments={await listMenu(await currentLocale())}>{children}</ShopFrame>;
}
