/** Forgets the services of this process and its parsed environment: they are kept under such names (`lib/platform`). */
export function forgetServices(): void {
  for (const name of Object.keys(globalThis)) {
    if (name.startsWith('souk')) Reflect.deleteProperty(globalThis, name);
  }
}
