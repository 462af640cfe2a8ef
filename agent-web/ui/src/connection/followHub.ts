import type { FloorBeat } from "../contracts/floor";
import { backOffMs } from "../shared/backOff";
import type { PushedHub } from "./pushedHub";

/** What is folded from a hub that only pushes. */
export interface Followed {
  /** An event was missed, or nothing is known yet: only a snapshot helps. */
  readonly needsSnapshot: boolean;
  readonly isLinkUp: boolean;
}

/** How it is folded; `now` is the page's clock. */
export interface Folds<State extends Followed, Snapshot, Change> {
  empty: State;
  snapshot(state: State, snapshot: Snapshot, now: number): State;
  change(state: State, change: Change, now: number): State;
  beat(state: State, beat: FloorBeat, now: number): State;
  link(state: State, isLinkUp: boolean): State;
}

interface Store<State> {
  getState(): State;
  setState(next: State | ((state: State) => State), replace: true): void;
}

/** Wires a hub to a store, with a snapshot after every gap; the returned function lets it go. */
export const followHub = <State extends Followed, Snapshot, Change>(
  hub: PushedHub<Snapshot, Change>,
  store: Store<State>,
  folds: Folds<State, Snapshot, Change>,
): (() => void) => {
  let isAsking = false;
  let isOver = false;

  const askSnapshot = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    for (let attempt = 0; !isOver; attempt++) {
      const { needsSnapshot, isLinkUp } = store.getState();
      if (!needsSnapshot || !isLinkUp) break;
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, backOffMs(attempt)));
      try {
        const snapshot = await hub.snapshot();
        store.setState((state) => folds.snapshot(state, snapshot, Date.now()), true);
      } catch {
        // The link broke meanwhile, or the server is still starting: the loop looks again.
      }
    }
    isAsking = false;
  };

  const fold = (next: (state: State) => State): void => {
    store.setState(next, true);
    void askSnapshot();
  };

  hub.start({
    onUp: () => fold((state) => folds.link(state, true)),
    onDown: () => fold((state) => folds.link(state, false)),
    onChange: (change) => fold((state) => folds.change(state, change, Date.now())),
    onBeat: (beat) => fold((state) => folds.beat(state, beat, Date.now())),
  });
  return () => {
    isOver = true;
    hub.stop();
    store.setState(folds.empty, true);
  };
};
