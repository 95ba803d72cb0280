'use client';

import { Eye, EyeOff } from '@/components/ui/desk-icons';
import { useState } from 'react';
import { Field, type FieldProps } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

export type PasswordWords = { readonly show: string; readonly hide: string };

type PasswordFieldProps = FieldProps & {
  name: string;
  /** Tells password managers whether to fill in or to suggest. */
  autoComplete: 'current-password' | 'new-password';
  words: PasswordWords;
};

/** A password that can be looked at. Without JavaScript it is a plain password field. */
export function PasswordField({ name, autoComplete, words, ...field }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field {...field}>
      {(control) => (
        <span className="relative block">
          <Input
            {...control}
            name={name}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            required
            className="pe-12"
          />
          <button
            type="button"
            aria-label={shown ? words.hide : words.show}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute end-0 top-0 grid size-11 place-items-center text-muted transition hover:text-ink"
          >
            <Icon aria-hidden className="size-5" strokeWidth={1.75} />
          </button>
        </span>
      )}
    </Field>
  );
}
