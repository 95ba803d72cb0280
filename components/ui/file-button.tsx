'use client';

import type { ReactNode } from 'react';
import { buttonClass, type ButtonLook } from './button';

type FileButtonProps = ButtonLook & {
  /** Its words: they name what is chosen. */
  children: ReactNode;
  /** MIME types and endings, as of an input of files. */
  accept: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: readonly File[]) => void;
};

/** A button that lets files be chosen. The same file may be chosen again: whoever mended it does so. */
export function FileButton({
  children,
  accept,
  multiple,
  disabled = false,
  onFiles,
  ...look
}: FileButtonProps) {
  return (
    <label
      aria-disabled={disabled || undefined}
      className={`${buttonClass(look)} relative cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink`}
    >
      {children}
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        className="sr-only"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
