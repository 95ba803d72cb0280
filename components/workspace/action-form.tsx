'use client';

import { useActionState, type ReactNode } from 'react';
import { FormStatus } from '@/components/ui/state';
import type { ActionResult } from '@/lib/kernel/action-result';
import { formAnswer, type FormAnswer } from './form-answer';

export type FormAction<T> = (previous: unknown, form: FormData) => Promise<ActionResult<T>>;

type ActionFormProps<T> = {
  action: FormAction<T>;
  /** Said when it worked, by what came of it; nothing when the page itself shows it. */
  done?: string | ((value: T) => string);
  /** Takes the form's place when it worked. */
  instead?: (value: T) => ReactNode;
  className?: string;
  /** By which controls elsewhere on the page belong to it. */
  id?: string;
  children: ReactNode | ((answer: FormAnswer) => ReactNode);
};

/** A form around a server action: works without JavaScript, says what came of it, loses nothing typed. */
export function ActionForm<T>({ action, done, instead, className, id, children }: ActionFormProps<T>) {
  const [result, submit] = useActionState<ActionResult<T> | null, FormData>(action, null);
  const failure = result && !result.ok ? result : null;
  const answer = formAnswer({
    error: (name) => failure?.fields?.[name],
    typed: (name) => failure?.values?.[name],
  });
  if (result?.ok && instead) return instead(result.value);
  return (
    <form
      id={id}
      action={submit}
      onSubmit={(event) => keepTyped(event.currentTarget)}
      className={className}
      noValidate
    >
      {typeof children === 'function' ? children(answer) : children}
      {failure && <FormStatus kind="error">{failure.message}</FormStatus>}
      {result?.ok && done && (
        <FormStatus kind="success">{typeof done === 'function' ? done(result.value) : done}</FormStatus>
      )}
    </form>
  );
}

/** React resets a form after its action; what was typed becomes what it is reset to. */
function keepTyped(form: HTMLFormElement): void {
  for (const control of form.elements) {
    if (control instanceof HTMLTextAreaElement) control.defaultValue = control.value;
    if (control instanceof HTMLInputElement) {
      control.defaultChecked = control.checked;
      if (control.type !== 'file') control.defaultValue = control.value;
    }
    if (control instanceof HTMLSelectElement) {
      for (const option of control.options) option.defaultSelected = option.selected;
    }
  }
}
