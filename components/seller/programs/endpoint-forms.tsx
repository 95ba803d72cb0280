'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Checkbox } from '@/components/ui/input';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { WebhookEndpointView, WebhookEvent } from '@/lib/webhooks/model';
import { ShownOnce, type ShownOnceWords } from './shown-once';

type EventChoice = { readonly value: WebhookEvent; readonly label: string };

type Secret = { readonly secret: string };

type EndpointFormProps = {
  action: FormAction<Secret>;
  events: readonly EventChoice[];
  words: Readonly<Record<'url' | 'urlHint' | 'events' | 'add' | 'made' | 'secret' | 'done', string>> &
    ShownOnceWords;
};

/** Adds an endpoint, and shows its secret. */
export function EndpointForm({ action, events, words }: EndpointFormProps) {
  const [round, setRound] = useState(0);
  const router = useRouter();
  const again = () => {
    setRound(round + 1);
    router.refresh();
  };
  return (
    <ActionForm
      key={round}
      action={action}
      className="grid gap-4"
      instead={({ secret }) => (
        <div className="grid gap-4">
          <FormStatus kind="success">{words.made}</FormStatus>
          <ShownOnce label={words.secret} value={secret} words={words} />
          <Button onClick={again} className="justify-self-start">
            {words.done}
          </Button>
        </div>
      )}
    >
      {(answer) => (
        <>
          <TextField
            {...answer.field('url')}
            label={words.url}
            hint={words.urlHint}
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
          />
          <Events events={events} chosen={['order.placed', 'stock.low']} legend={words.events} />
          <SubmitButton className="justify-self-start">{words.add}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

type EndpointChangeFormProps = {
  endpoint: WebhookEndpointView;
  action: FormAction<null>;
  events: readonly EventChoice[];
  words: Readonly<Record<'events' | 'active' | 'save' | 'saved', string>>;
};

/** What an endpoint is told of, and whether it is told anything. */
export function EndpointChangeForm({ endpoint, action, events, words }: EndpointChangeFormProps) {
  return (
    <ActionForm action={action} done={words.saved} className="grid gap-4">
      <input type="hidden" name="endpointId" value={endpoint.endpointId} />
      <Events events={events} chosen={endpoint.events} legend={words.events} />
      <Checkbox name="active" label={words.active} defaultChecked={endpoint.status === 'active'} />
      <SubmitButton variant="secondary" className="justify-self-start">
        {words.save}
      </SubmitButton>
    </ActionForm>
  );
}

type RotateSecretFormProps = {
  endpointId: string;
  action: FormAction<Secret>;
  words: Readonly<Record<'rotate' | 'secret' | 'made', string>> & ShownOnceWords;
};

/** Gives an endpoint a new secret, and shows it. */
export function RotateSecretForm({ endpointId, action, words }: RotateSecretFormProps) {
  return (
    <ActionForm
      action={action}
      className="grid justify-items-start gap-3"
      instead={({ secret }) => (
        <div className="grid gap-4">
          <FormStatus kind="success">{words.made}</FormStatus>
          <ShownOnce label={words.secret} value={secret} words={words} />
        </div>
      )}
    >
      <input type="hidden" name="endpointId" value={endpointId} />
      <SubmitButton variant="secondary">{words.rotate}</SubmitButton>
    </ActionForm>
  );
}

type EventsProps = {
  events: readonly EventChoice[];
  chosen: readonly WebhookEvent[];
  legend: string;
};

function Events({ events, chosen, legend }: EventsProps) {
  return (
    <fieldset className="grid gap-x-6 md:grid-cols-2">
      <legend className="mb-1 text-sm font-strong">{legend}</legend>
      {events.map(({ value, label }) => (
        <Checkbox
          key={value}
          name="events"
          value={value}
          label={label}
          hint={value}
          defaultChecked={chosen.includes(value)}
        />
      ))}
    </fieldset>
  );
}
