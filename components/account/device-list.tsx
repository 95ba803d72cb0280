import { Monitor, Smartphone } from '@/components/ui/icons';
import { OneButtonForm } from '@/components/auth/one-button-form';
import { Badge } from '@/components/ui/badge';
import type { FormAction } from '@/components/workspace/action-form';

export type DeviceView = {
  readonly sessionId: string;
  readonly name: string;
  readonly handheld: boolean;
  readonly lastSeen: string;
  readonly isHere: boolean;
};

type DeviceListProps = {
  devices: readonly DeviceView[];
  end: FormAction<unknown>;
  words: { readonly here: string; readonly end: string; readonly endName: (device: string) => string };
};

/** Where a person is signed in; each can be ended. */
export function DeviceList({ devices, end, words }: DeviceListProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {devices.map(({ sessionId, name, handheld, lastSeen, isHere }) => (
        <li key={sessionId} className="flex items-center gap-4 p-4">
          {handheld ? <Smartphone aria-hidden /> : <Monitor aria-hidden />}
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-2 font-strong">
              {name}
              {isHere && <Badge tone="positive">{words.here}</Badge>}
            </p>
            <p className="text-sm text-muted">{lastSeen}</p>
          </div>
          {!isHere && (
            <OneButtonForm
              action={end}
              values={{ sessionId }}
              size="small"
              variant="secondary"
              aria-label={words.endName(name)}
            >
              {words.end}
            </OneButtonForm>
          )}
        </li>
      ))}
    </ul>
  );
}
