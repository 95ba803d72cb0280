'use client';

import { TextAreaField } from '@/components/ui/field';
import { Folded } from '@/components/ui/folded';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

export type ReportWords = Readonly<Record<'title' | 'lead' | 'reason' | 'button' | 'done', string>>;

type ReportConversationProps = {
  /** Which conversation, as its action names it. */
  subject: Readonly<Record<string, string>>;
  action: FormAction<void>;
  words: ReportWords;
};

/** Asks the market to look at a conversation: rarely needed, and found when it is. */
export function ReportConversation({ subject, action, words }: ReportConversationProps) {
  return (
    <Folded title={words.title}>
      <p className="text-sm text-muted">{words.lead}</p>
      <ActionForm
        action={action}
        instead={() => <FormStatus kind="success">{words.done}</FormStatus>}
        className="grid gap-3"
      >
        {(answer) => (
          <>
            {Object.entries(subject).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <TextAreaField {...answer.field('reason')} rows={2} label={words.reason} />
            <SubmitButton variant="secondary" className="justify-self-start">
              {words.button}
            </SubmitButton>
          </>
        )}
      </ActionForm>
    </Folded>
  );
}
