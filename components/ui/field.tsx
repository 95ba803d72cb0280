import { useId, type ComponentProps, type ReactNode } from 'react';
import { CircleAlert } from './icons';
import { Input, Select, TextArea } from './input';

export type FieldProps = {
  label: ReactNode;
  /** Help that is there before anything went wrong. */
  hint?: ReactNode;
  /** What is wrong with the value and what to do. Tied to the control and announced. */
  error?: string | null;
  /** Words beside the label of a field that may stay empty. */
  optional?: string;
};

/** What a control needs to belong to its field. */
export type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

/** Label, hint and error around one control. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="flex justify-between gap-3 text-sm font-strong">
        {label}
        {optional && <span className="font-regular text-muted">{optional}</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

/** Announced when it appears, since it is always there. */
export function FieldError({ id, error }: { id: string; error?: string | null }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-sm text-danger empty:contents">
      {error && <CircleAlert className="mt-0.5 size-4 shrink-0" />}
      {error}
    </p>
  );
}

type TextFieldProps = FieldProps & Omit<ComponentProps<typeof Input>, keyof ControlProps>;

export function TextField({ label, hint, error, optional, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional }}>{(control) => <Input {...input} {...control} />}</Field>
  );
}

/** An address: no keyboard capitalizes it or takes its words for misspelt. */
export function EmailField(field: Omit<TextFieldProps, 'type' | 'inputMode'>) {
  return <TextField type="email" inputMode="email" autoCapitalize="none" spellCheck={false} {...field} />;
}

type TextAreaFieldProps = FieldProps & Omit<ComponentProps<typeof TextArea>, keyof ControlProps>;

export function TextAreaField({ label, hint, error, optional, ...input }: TextAreaFieldProps) {
  return (
    <Field {...{ label, hint, error, optional }}>{(control) => <TextArea {...input} {...control} />}</Field>
  );
}

type SelectFieldProps = FieldProps & Omit<ComponentProps<typeof Select>, keyof ControlProps>;

export function SelectField({ label, hint, error, optional, ...input }: SelectFieldProps) {
  return (
    <Field {...{ label, hint, error, optional }}>{(control) => <Select {...input} {...control} />}</Field>
  );
}
