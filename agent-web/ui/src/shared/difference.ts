import { isObject, same } from "./same";

/** One place where two values of JSON differ; undefined: nothing stands there. */
export interface Difference {
  path: string[];
  before: unknown;
  after: unknown;
}

/** Where they differ, as deep as can be told. A list of plain values is one value; of objects, each place counts. */
export const differences = (before: unknown, after: unknown, path: string[] = []): Difference[] => {
  if (same(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => differences(before[key], after[key], [...path, key]));
  }
  if (isListOfObjects(before) && isListOfObjects(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) =>
      differences(before[index], after[index], [...path, String(index)]),
    ).flat();
  }
  return [{ path, before, after }];
};

const isListOfObjects = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.every(isObject);
