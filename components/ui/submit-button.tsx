'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';
import { Spinner } from './spinner';

/** Sends the form around it; while the answer is on its way it says so and cannot be pressed again. */
export function SubmitButton({ children, ...rest }: Omit<ComponentProps<typeof Button>, 'type'>) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" variant="primary" aria-busy={pending} {...rest} disabled={pending || rest.disabled}>
      {pending && <Spinner />}
      {children}
    </Button>
  );
}
