import { LookUpForm } from '@/components/orders/look-up-form';
import { words } from '@/components/ui/words';
import { requestLink } from './actions';

/** The way to an order for whoever is not signed in as its customer. */
export async function LookUp({
  title,
  lead,
  heading: Heading,
}: {
  title: string;
  lead: string;
  heading: 'h1' | 'h2';
}) {
  const t = await words('orders');
  return (
    <section className="grid max-w-form gap-6">
      <div>
        <Heading className="text-xl">{title}</Heading>
        <p className="mt-2 text-muted">{lead}</p>
      </div>
      <LookUpForm
        action={requestLink}
        words={{
          number: t('guest.numberLabel'),
          numberHint: t('guest.numberHint'),
          email: t('guest.email'),
          submit: t('guest.submit'),
          sent: t('guest.sent'),
        }}
      />
    </section>
  );
}
