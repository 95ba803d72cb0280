import { words } from '@/components/ui/words';
import { LookUp } from '../look-up';

/** The same for an order that does not exist and for one that is somebody else's. */
export default async function OrderNotFound() {
  const t = await words('orders');
  return (
    <div className="page pt-10">
      <LookUp title={t('closed.title')} lead={t('closed.body')} heading="h1" />
    </div>
  );
}
