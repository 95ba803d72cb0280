import { MailCheck } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';

export type CheckMailWords = { readonly title: string; readonly body: string; readonly nothing: string };

/** What to do next is in the mailbox. `body` holds `{email}` where the address goes. */
export function CheckMail({ words, email }: { words: CheckMailWords; email: string }) {
  return (
    <div role="status">
      <EmptyState icon={<MailCheck />} title={words.title}>
        <p className="wrap-anywhere">{words.body.replace('{email}', email)}</p>
        <p className="mt-3 text-sm">{words.nothing}</p>
      </EmptyState>
    </div>
  );
}
