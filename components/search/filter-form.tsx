'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition, type ReactNode } from 'react';
import { localePath, type Locale } from '@/lib/i18n/locales';

type FilterFormProps = {
  id: string;
  /** The dialog the form is in on phones. */
  sheetId: string;
  /** The list's path; the form's fields are its query. */
  action: string;
  locale: Locale;
  children: ReactNode;
};

/** From this width on the filters stand beside the list and apply at once. */
const BESIDE_THE_LIST = '(min-width: 56rem)';

/**
 * A plain GET form whose fields are the query of a listing address, so that it works without JavaScript.
 * With it, only the list is fetched anew; sorting, and on wide screens every choice, applies at once.
 */
export function FilterForm({ id, sheetId, action, locale, children }: FilterFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();

  const apply = () => {
    if (!form.current) return;
    const sheet = document.getElementById(sheetId);
    if (sheet instanceof HTMLDialogElement && sheet.open) sheet.close();
    const href = localePath(locale, action) + queryOf(form.current);
    startTransition(() => router.push(href));
  };

  useEffect(() => {
    // Fields elsewhere on the page belong to the form too, by their `form` attribute.
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
      if (target.form !== form.current) return;
      if (target.name === 'sort' || window.matchMedia(BESIDE_THE_LIST).matches) target.form?.requestSubmit();
    };
    document.addEventListener('change', onChange);
    return () => document.removeEventListener('change', onChange);
  }, []);

  return (
    <form
      id={id}
      ref={form}
      action={localePath(locale, action)}
      data-pending={pending || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {children}
    </form>
  );
}

function queryOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') query.append(name, value);
  }
  const text = query.toString();
  return text && `?${text}`;
}
