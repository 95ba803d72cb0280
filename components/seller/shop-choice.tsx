import { ChevronDown } from '@/components/ui/icons';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type ShopChoiceProps = {
  shops: readonly { readonly sellerId: string; readonly name: string }[];
  /** The shop at whose desk this person works. */
  current: string;
  action: FormAction<unknown>;
  /** Of the whole list, for who cannot see it. */
  label: string;
};

/** Which of somebody's shops this desk belongs to, and the way to the others. */
export function ShopChoice({ shops, current, action, label }: ShopChoiceProps) {
  return (
    // Another shop is another list: it begins closed.
    <details key={current} className="group relative min-w-0">
      <summary className="flex min-h-11 cursor-pointer items-center gap-1 text-sm font-strong [&::-webkit-details-marker]:hidden">
        <span className="sr-only">{label}</span>
        <span className="truncate">{shops.find(({ sellerId }) => sellerId === current)?.name}</span>
        <ChevronDown aria-hidden className="size-4 shrink-0 transition group-open:rotate-180" />
      </summary>
      <ActionForm
        action={action}
        className="absolute start-0 top-full z-40 grid w-60 rounded-md border border-line bg-raised p-1 shadow-float"
      >
        {shops.map(({ sellerId, name }) => (
          <button
            key={sellerId}
            type="submit"
            name="sellerId"
            value={sellerId}
            aria-current={sellerId === current ? 'true' : undefined}
            className="min-h-11 rounded-sm px-3 text-start text-sm hover:bg-sunken aria-[current=true]:font-strong"
          >
            {name}
          </button>
        ))}
      </ActionForm>
    </details>
  );
}
