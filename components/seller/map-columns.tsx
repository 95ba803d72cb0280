'use client';

import { SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { SHEET_FIELDS, type SheetColumns, type SheetField } from '@/lib/offers/model';

type MapColumnsProps = {
  importId: string;
  /** The names of the file's columns, in their order. */
  heading: readonly string[];
  chosen: SheetColumns;
  action: FormAction<unknown>;
  words: {
    readonly fields: Readonly<Record<SheetField, string>>;
    readonly none: string;
    readonly save: string;
  };
};

/** Says which column of a file says what. */
export function MapColumns({ importId, heading, chosen, action, words }: MapColumnsProps) {
  return (
    <ActionForm action={action} className="grid gap-4">
      <input type="hidden" name="importId" value={importId} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {SHEET_FIELDS.map((field) => (
          <SelectField
            key={field}
            name={`columns.${field}`}
            label={words.fields[field]}
            defaultValue={chosen[field] ?? ''}
          >
            <option value="">{words.none}</option>
            {heading.map((name, column) => (
              <option key={column} value={column}>
                {name.trim() || column + 1}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <SubmitButton className="justify-self-start">{words.save}</SubmitButton>
    </ActionForm>
  );
}
