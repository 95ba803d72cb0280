/** What the browser itself can see is wrong with a form, in our words, by field name. */
export function checkFields(
  form: HTMLFormElement,
  words: { readonly required: string; readonly email: string },
): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) continue;
    const { validity, name } = control;
    if (validity.valueMissing || (control.required && control.value.trim() === ''))
      problems[name] = words.required;
    else if (validity.typeMismatch) problems[name] = words.email;
  }
  return problems;
}

/** Takes the reader to the first of these controls, in the form's order. */
export function focusFirst(form: HTMLFormElement, names: readonly string[]): void {
  const first = [...form.elements].find((control) => names.includes(control.getAttribute('name') ?? ''));
  if (first instanceof HTMLElement) first.focus();
}
