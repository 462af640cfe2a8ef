/** Closes a union: a case that was forgotten does not compile. */
export const assertNever = (value: never): never => {
  throw new Error(`Not a case we know: ${JSON.stringify(value)}`);
};
