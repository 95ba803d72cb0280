'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { sendFile } from '@/components/workspace/send-file';
import { Button } from '@/components/ui/button';
import { FieldError, SelectField } from '@/components/ui/field';
import { FileButton } from '@/components/ui/file-button';
import { Trash2 } from '@/components/ui/desk-icons';
import { Progress } from '@/components/ui/progress';
import type { ActionResult } from '@/lib/kernel/action-result';
import type { SellerDocument, SellerDocumentKind } from '@/lib/sellers/model';

/** What the server does with documents. */
export type DocumentActions = {
  readonly begin: (input: {
    sellerId: string;
    kind: SellerDocumentKind;
    name: string;
    bytes: number;
  }) => Promise<ActionResult<{ documentId: string; address: string }>>;
  readonly finish: (input: { documentId: string }) => Promise<ActionResult<unknown>>;
  readonly remove: (input: { documentId: string }) => Promise<ActionResult<unknown>>;
};

type DocumentDeskProps = {
  sellerId: string;
  documents: readonly SellerDocument[];
  kinds: readonly { readonly kind: SellerDocumentKind; readonly label: string }[];
  actions: DocumentActions;
  words: Readonly<Record<'kind' | 'add' | 'hint' | 'remove' | 'interrupted', string>>;
};

/** The documents that prove who a shop is: sent one by one, read by staff alone. */
export function DocumentDesk({ sellerId, documents, kinds, actions, words }: DocumentDeskProps) {
  const router = useRouter();
  const [kind, setKind] = useState<SellerDocumentKind>('registration');
  const [percent, setPercent] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  const id = useId();

  async function send(file: File): Promise<void> {
    setFault('');
    setPercent(0);
    const refusal = await sendDocument(file);
    setPercent(null);
    setFault(refusal ?? '');
    router.refresh();
  }

  /** Words when it was refused. */
  async function sendDocument(file: File): Promise<string | null> {
    const said = { sellerId, kind, name: file.name, bytes: file.size };
    const begun = await actions.begin(said).catch(() => null);
    if (!begun?.ok) return begun?.message ?? words.interrupted;
    const { documentId, address } = begun.value;
    if (!(await sendFile(file, address, setPercent))) return words.interrupted;
    const finished = await actions.finish({ documentId }).catch(() => null);
    if (finished?.ok) return null;
    return finished?.message ?? words.interrupted;
  }

  async function remove(documentId: string): Promise<void> {
    const removed = await actions.remove({ documentId }).catch(() => null);
    setFault(removed?.ok ? '' : (removed?.message ?? words.interrupted));
    router.refresh();
  }

  return (
    <div className="grid gap-4">
      {documents.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {documents.map(({ documentId, name, kind: itsKind }) => (
            <li key={documentId} className="flex items-center justify-between gap-3 py-1 ps-4 pe-1">
              <span className="min-w-0">
                <a
                  href={`/api/sell/documents/${documentId}`}
                  className="touch block truncate underline decoration-line underline-offset-4"
                >
                  {name}
                </a>
                <span className="block text-sm text-muted">
                  {kinds.find((each) => each.kind === itsKind)?.label}
                </span>
              </span>
              <Button
                variant="quiet"
                aria-label={`${words.remove}: ${name}`}
                onClick={() => void remove(documentId)}
              >
                <Trash2 aria-hidden className="size-5" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
        <SelectField
          label={words.kind}
          value={kind}
          onChange={({ target }) =>
            setKind(kinds.find((each) => each.kind === target.value)?.kind ?? 'other')
          }
        >
          {kinds.map((each) => (
            <option key={each.kind} value={each.kind}>
              {each.label}
            </option>
          ))}
        </SelectField>
        <FileButton
          accept="application/pdf,image/jpeg,image/png"
          disabled={percent !== null}
          onFiles={([file]) => file && void send(file)}
        >
          {words.add}
        </FileButton>
      </div>
      {percent !== null && <Progress label={words.add} value={percent} max={100} />}
      <p className="text-sm text-muted">{words.hint}</p>
      <FieldError id={`${id}-error`} error={fault} />
    </div>
  );
}
