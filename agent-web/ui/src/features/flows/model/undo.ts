/** What was, what is, and what was undone. */
export interface Undoable<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** Changes with the same tag, one after the other, are one step: typing a word, say. */
  tag: string | null;
}

const STEPS_MAX = 200;

export const undoable = <T>(present: T): Undoable<T> => ({
  past: [],
  present,
  future: [],
  tag: null,
});

export const commit = <T>(
  history: Undoable<T>,
  next: T,
  tag: string | null = null,
): Undoable<T> => {
  if (Object.is(next, history.present)) return history;
  const goesOn = tag !== null && tag === history.tag;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-STEPS_MAX);
  return { past, present: next, future: [], tag };
};

export const undo = <T>(history: Undoable<T>): Undoable<T> => {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    tag: null,
  };
};

export const redo = <T>(history: Undoable<T>): Undoable<T> => {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future, tag: null };
};
