import { words } from '@/components/ui/words';
import type { InvoiceView } from '@/lib/invoices/model';

/** `Invoice INV-000012`, the number never broken over two lines. */
export async function InvoiceName({ kind, number }: Pick<InvoiceView, 'kind' | 'number'>) {
  const t = await words('invoices');
  return (
    <>
      {t.rich('name', {
        kind: t(`kind.${kind}`),
        number,
        whole: (text) => <span className="whitespace-nowrap">{text}</span>,
      })}
    </>
  );
}
