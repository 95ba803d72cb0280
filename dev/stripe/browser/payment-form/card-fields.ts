import {
  brandOf,
  digitsOf,
  expiryProblem,
  formatExpiry,
  formatNumber,
  formatSecurityCode,
  numberLength,
  numberProblem,
  parseExpiry,
  securityCodeLength,
  securityCodeProblem,
  type Brand,
} from '../card-input';

type FieldName = 'number' | 'expiry' | 'cvc';

export type Problem = { readonly field: FieldName; readonly code: string; readonly message: string };

export type TypedCard = {
  readonly number: string;
  readonly exp_month: string;
  readonly exp_year: string;
  readonly cvc: string;
};

const FIELDS: readonly FieldName[] = ['number', 'expiry', 'cvc'];

/** Number, expiry and security code: formatted while typed, moved on from when full, judged when left. */
export class CardFields {
  readonly #inputs: Readonly<Record<FieldName, HTMLInputElement>>;
  readonly #brandMarks: readonly HTMLElement[];
  readonly #listeners = new Set<() => void>();

  constructor(form: HTMLFormElement) {
    const input = (name: string) => {
      const element = form.elements.namedItem(name);
      if (element instanceof HTMLInputElement) return element;
      throw new Error(`The form has no field ${name}`);
    };
    this.#inputs = { number: input('number'), expiry: input('expiry'), cvc: input('cvc') };
    this.#brandMarks = [...form.querySelectorAll<HTMLElement>('[data-brand]')];
    for (const field of FIELDS) {
      this.#inputs[field].addEventListener('input', (event) => this.#type(field, event));
      this.#inputs[field].addEventListener('blur', () => this.#judge(field));
      this.#inputs[field].addEventListener('keydown', (event) => this.#goBack(field, event));
    }
    this.#showBrand();
  }

  get isEmpty(): boolean {
    return FIELDS.every((field) => this.#inputs[field].value === '');
  }

  get isComplete(): boolean {
    return FIELDS.every((field) => this.#problem(field) === null);
  }

  get typed(): TypedCard {
    const expiry = parseExpiry(this.#inputs.expiry.value);
    return {
      number: digitsOf(this.#inputs.number.value),
      exp_month: String(expiry?.month ?? ''),
      exp_year: String(expiry?.year ?? ''),
      cvc: this.#inputs.cvc.value,
    };
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  focus(): void {
    this.#inputs.number.focus();
  }

  clear(): void {
    this.enter({ number: '', expiry: '', cvc: '' });
  }

  enter(values: Readonly<Record<FieldName, string>>): void {
    for (const field of FIELDS) {
      this.#inputs[field].value = values[field];
      this.showProblem(field, null);
    }
    this.#showBrand();
    this.#tellChange();
  }

  /** Marks every field that is wrong and goes to the first one, which is returned. */
  showProblems(): Problem | null {
    const problems = FIELDS.flatMap((field): Problem[] => {
      const message = this.#problem(field);
      this.showProblem(field, message);
      return message ? [{ field, code: codeOf(field, message), message }] : [];
    });
    const [first] = problems;
    if (first) this.#inputs[first.field].focus();
    return first ?? null;
  }

  showProblem(field: FieldName, message: string | null): void {
    const input = this.#inputs[field];
    const place = input.form?.querySelector(`#${field}-problem`);
    if (place) place.textContent = message ?? '';
    if (message) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }

  get #brand(): Brand {
    return brandOf(digitsOf(this.#inputs.number.value));
  }

  #type(field: FieldName, event: Event): void {
    const input = this.#inputs[field];
    const deleting = event instanceof InputEvent && event.inputType.startsWith('delete');
    if (field === 'number') keepingCaret(input, formatNumber);
    else if (field === 'cvc') input.value = formatSecurityCode(input.value, this.#brand);
    else input.value = deleting ? input.value.replace(/\s*\/?\s*$/, '') : formatExpiry(input.value);
    this.showProblem(field, null);
    this.#showBrand();
    if (!deleting && this.#isFull(field)) this.#leave(field);
    this.#tellChange();
  }

  /** A full and right field hands over to the next; a full and wrong one says so at once. */
  #leave(field: FieldName): void {
    const problem = this.#problem(field);
    const next = FIELDS[FIELDS.indexOf(field) + 1];
    if (problem) this.showProblem(field, problem);
    else if (next && this.#inputs[field] === document.activeElement) this.#inputs[next].focus();
  }

  #judge(field: FieldName): void {
    if (this.#inputs[field].value !== '') this.showProblem(field, this.#problem(field));
  }

  /** Backspace in an empty field goes on deleting in the one before. */
  #goBack(field: FieldName, event: KeyboardEvent): void {
    const previous = FIELDS[FIELDS.indexOf(field) - 1];
    if (event.key !== 'Backspace' || this.#inputs[field].value !== '' || !previous) return;
    event.preventDefault();
    this.#inputs[previous].focus();
  }

  #isFull(field: FieldName): boolean {
    const { number, expiry, cvc } = this.#inputs;
    if (field === 'number') return digitsOf(number.value).length === numberLength(this.#brand);
    return field === 'expiry'
      ? parseExpiry(expiry.value) !== null
      : cvc.value.length === securityCodeLength(this.#brand);
  }

  #problem(field: FieldName): string | null {
    const { number, expiry, cvc } = this.#inputs;
    if (field === 'number') return numberProblem(number.value);
    return field === 'expiry'
      ? expiryProblem(expiry.value, new Date())
      : securityCodeProblem(cvc.value, this.#brand);
  }

  #showBrand(): void {
    for (const mark of this.#brandMarks) mark.hidden = mark.dataset.brand !== this.#brand;
    this.#inputs.cvc.placeholder = this.#brand === 'amex' ? '1234' : '123';
  }

  #tellChange(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Reformats without throwing the caret to the end when a digit in the middle is edited. */
function keepingCaret(input: HTMLInputElement, format: (text: string) => string): void {
  const digitsBefore = digitsOf(input.value.slice(0, input.selectionStart ?? input.value.length)).length;
  input.value = format(input.value);
  let caret = 0;
  for (let seen = 0; seen < digitsBefore && caret < input.value.length; caret++) {
    if (/\d/.test(input.value[caret] ?? '')) seen++;
  }
  if (input.value[caret] === ' ') caret++;
  input.setSelectionRange(caret, caret);
}

function codeOf(field: FieldName, message: string): string {
  const state = message.includes('incomplete') ? 'incomplete' : 'invalid';
  return `${state}_${field}`;
}
