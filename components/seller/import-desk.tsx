'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { FieldError } from '@/components/ui/field';
import { FileButton } from '@/components/ui/file-button';
import { Progress } from '@/components/ui/progress';
import { sendFile } from '@/components/workspace/send-file';
import type { ActionResult } from '@/lib/kernel/action-result';

type ImportDeskProps = {
  /** Where the page of an import is: `…/imp_…`. */
  under: string;
  begin: (input: {
    fileName: string;
    bytes: number;
  }) => Promise<ActionResult<{ importId: string; address: string }>>;
  read: (input: { importId: string }) => Promise<ActionResult<unknown>>;
  words: Readonly<Record<'choose' | 'hint' | 'sending' | 'interrupted' | 'empty', string>>;
};

/** Sends a file of offers, and goes on to what it would change. */
export function ImportDesk({ under, begin, read, words }: ImportDeskProps) {
  const router = useRouter();
  const [percent, setPercent] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  const id = useId();

  async function send(file: File): Promise<void> {
    setFault('');
    setPercent(0);
    const importId = await sendSheet(file);
    setPercent(null);
    if (importId !== null) router.push(`${under}/${importId}`);
  }

  /** Its id; null when it was refused. */
  async function sendSheet(file: File): Promise<string | null> {
    const refused = (message: string) => {
      setFault(message);
      return null;
    };
    if (file.size === 0) return refused(words.empty);
    const begun = await begin({ fileName: file.name, bytes: file.size }).catch(() => null);
    if (!begun?.ok) return refused(begun?.message ?? words.interrupted);
    const { importId, address } = begun.value;
    if (!(await sendFile(file, address, setPercent))) return refused(words.interrupted);
    const taken = await read({ importId }).catch(() => null);
    return taken?.ok ? importId : refused(taken?.message ?? words.interrupted);
  }

  return (
    <div className="grid justify-items-start gap-3">
      <FileButton
        variant="primary"
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        disabled={percent !== null}
        onFiles={([file]) => file && void send(file)}
      >
        {words.choose}
      </FileButton>
      <p className="text-sm text-muted">{words.hint}</p>
      {percent !== null && <Progress label={words.sending} value={percent} max={100} />}
      <FieldError id={`${id}-error`} error={fault} />
    </div>
  );
}
