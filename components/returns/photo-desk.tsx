'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { FieldError } from '@/components/ui/field';
import { FileButton } from '@/components/ui/file-button';
import { Progress } from '@/components/ui/progress';
import { sendFile } from '@/components/workspace/send-file';
import type { ActionResult } from '@/lib/kernel/action-result';

export type PhotoActions<Subject> = {
  readonly begin: (
    input: Subject & { bytes: number },
  ) => Promise<ActionResult<{ photoId: string; address: string }>>;
  readonly finish: (input: Subject & { photoId: string }) => Promise<ActionResult<unknown>>;
};

type PhotoDeskProps<Subject> = {
  /** Which return, as the actions name it. */
  subject: Subject;
  actions: PhotoActions<Subject>;
  words: Readonly<Record<'add' | 'hint' | 'sending' | 'interrupted', string>>;
};

/** Takes photos of the goods, from the camera or as files, and sends them one after the other. */
export function PhotoDesk<Subject extends object>({ subject, actions, words }: PhotoDeskProps<Subject>) {
  const router = useRouter();
  const [percent, setPercent] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  const id = useId();

  async function send(files: readonly File[]): Promise<void> {
    setFault('');
    const faults: string[] = [];
    for (const file of files) {
      setPercent(0);
      const refusal = await sendPhoto(file);
      if (refusal !== null) faults.push(`${file.name}: ${refusal}`);
    }
    setPercent(null);
    setFault(faults.join(' '));
    router.refresh();
  }

  /** Words when it was refused. */
  async function sendPhoto(file: File): Promise<string | null> {
    const begun = await actions.begin({ ...subject, bytes: file.size }).catch(() => null);
    if (!begun?.ok) return begun?.message ?? words.interrupted;
    const { photoId, address } = begun.value;
    if (!(await sendFile(file, address, setPercent))) return words.interrupted;
    const finished = await actions.finish({ ...subject, photoId }).catch(() => null);
    return finished?.ok ? null : (finished?.message ?? words.interrupted);
  }

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <FileButton
          multiple
          accept="image/jpeg,image/png,image/webp"
          disabled={percent !== null}
          onFiles={(files) => void send(files)}
        >
          {words.add}
        </FileButton>
        <p className="text-sm text-muted">{words.hint}</p>
      </div>
      {percent !== null && <Progress label={words.sending} value={percent} max={100} />}
      <FieldError id={`${id}-error`} error={fault} />
    </div>
  );
}
