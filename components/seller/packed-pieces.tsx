import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PackageCheck, ScanBarcode } from '@/components/ui/desk-icons';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { OrderLineView, SellerOrderView } from '@/lib/orders/model';

type PackedPiecesProps = { part: SellerOrderView; unpack: FormAction<void> };

/** What of it lies in a box, and the way to the bench for the rest. */
export async function PackedPieces({ part, unpack }: PackedPiecesProps) {
  if (part.status !== 'to_ship' && part.status !== 'partly_shipped') return null;
  const t = await words('packing');
  const packed = sumOf(part.lines, ({ packed }) => packed);
  const toPack = sumOf(part.lines, ({ toShip }) => toShip) - packed;
  return (
    <>
      {toPack > 0 && (
        <ButtonLink href={`/pack#${part.sellerOrderId}`} wide>
          <ScanBarcode aria-hidden className="size-5" />
          {t('scan')}
        </ButtonLink>
      )}
      {packed > 0 && (
        <Card className="flex items-center justify-between gap-4 p-4">
          <p className="flex items-center gap-2 font-strong">
            <PackageCheck aria-hidden className="size-5 text-positive" />
            {t('packedPieces', { count: packed })}
          </p>
          <ActionForm action={unpack}>
            <input type="hidden" name="sellerOrderId" value={part.sellerOrderId} />
            <SubmitButton size="small" variant="quiet">
              {t('unpack')}
            </SubmitButton>
          </ActionForm>
        </Card>
      )}
    </>
  );
}

function sumOf(lines: readonly OrderLineView[], pieces: (line: OrderLineView) => number): number {
  return lines.reduce((sum, line) => sum + pieces(line), 0);
}
