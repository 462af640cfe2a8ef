/** The wire says callerHungUp or caller-hung-up; our words are looked up by the latter. */
export const kebab = (code: string): string =>
  code.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
