import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Folded } from '@/components/ui/folded';

type Field = { readonly name: string; readonly type: string; readonly required: boolean };

type OperationCardProps = {
  operation: {
    readonly id: string;
    readonly method: string;
    readonly path: string;
    readonly summary: string;
    readonly takes: readonly Field[];
    readonly gives: readonly Field[];
  };
  words: Readonly<Record<'needs' | 'takes' | 'gives' | 'nothing', string>>;
};

/** One thing programs can ask: how, with what, for what. */
export function OperationCard({ operation, words }: OperationCardProps) {
  const { id, method, path, summary, takes, gives } = operation;
  return (
    <Card>
      <div id={id} className="grid gap-2 p-4">
        <h3 className="text-base">{summary}</h3>
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={method === 'GET' ? 'neutral' : 'warning'}>{method}</Badge>
          <code className="font-mono text-sm break-all">/api/v1{path}</code>
          <span className="text-sm text-muted">{words.needs}</span>
        </p>
      </div>
      <Folded as="foot" title={words.takes}>
        <Fields fields={takes} nothing={words.nothing} />
      </Folded>
      <Folded as="foot" title={words.gives}>
        <Fields fields={gives} nothing={words.nothing} />
      </Folded>
    </Card>
  );
}

function Fields({ fields, nothing }: { fields: readonly Field[]; nothing: string }) {
  if (fields.length === 0) return <p className="text-sm text-muted">{nothing}</p>;
  return (
    <dl className="grid gap-x-6 gap-y-1 text-sm md:grid-cols-[auto_1fr]">
      {fields.map(({ name, type, required }) => (
        <div key={name} className="contents">
          <dt className="font-mono break-all">
            {name}
            {required ? '' : '?'}
          </dt>
          <dd className="text-muted max-md:ps-4">{type}</dd>
        </div>
      ))}
    </dl>
  );
}
