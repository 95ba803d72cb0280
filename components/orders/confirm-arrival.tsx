import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { ParcelView } from '@/lib/fulfilment/model';

type ConfirmArrivalProps = { number: string; parcel: ParcelView; action: FormAction<void> };

/** Its buyer says that a parcel has come. */
export async function ConfirmArrival({ number, parcel, action }: ConfirmArrivalProps) {
  const t = await words('orders');
  return (
    <ActionForm action={action} className="grid justify-items-start gap-2">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="shipmentId" value={parcel.shipmentId} />
      <SubmitButton variant="secondary">{t('shipment.confirm')}</SubmitButton>
    </ActionForm>
  );
}
