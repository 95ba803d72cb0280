import { ButtonLink } from '@/components/ui/button';
import { words } from '@/components/ui/words';
import type { ReturnView } from '@/lib/returns/model';

type LabelLinkProps = { item: ReturnView; number: string };

/** The prepaid label a buyer prints, for as long as the goods have not left. */
export async function LabelLink({ item, number }: LabelLinkProps) {
  if (item.status !== 'accepted' || !item.label) return null;
  const t = await words('returns');
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-sm">{t('label.print')}</p>
      <ButtonLink href={`/api/orders/${number}/returns/${item.returnId}/label`} download>
        {t('label.download')}
      </ButtonLink>
    </div>
  );
}
