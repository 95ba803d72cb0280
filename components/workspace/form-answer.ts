/** What a form shows of the last answer, by the name of the field. */
export type FormAnswer = {
  readonly error: (name: string) => string | undefined;
  readonly typed: (name: string) => string | undefined;
  /** For the field's component: what was typed, else `initial`, and what is wrong with it. */
  readonly field: (name: string, initial?: string | number) => AnsweredField;
};

type AnsweredField = {
  readonly name: string;
  readonly defaultValue: string | number | undefined;
  readonly error: string | undefined;
};

export function formAnswer({ error, typed }: Pick<FormAnswer, 'error' | 'typed'>): FormAnswer {
  const field = (name: string, initial?: string | number) => ({
    name,
    defaultValue: typed(name) ?? initial,
    error: error(name),
  });
  return { error, typed, field };
}
