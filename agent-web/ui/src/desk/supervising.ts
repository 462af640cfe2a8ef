import { api } from "../connection/api";
import { Problem } from "../connection/restClient";
import type { SupervisionMode } from "../contracts/hub";
import type { DeskStore, SuperviseStep } from "./deskStore";

export interface Supervising {
  enter: (interactionId: string, mode: SupervisionMode) => Promise<void>;
  takeOver: (interactionId: string) => Promise<void>;
  leave: () => Promise<void>;
}

/** Into other agents' talks and out of them: one step at a time; what the server refuses is kept to be shown. */
export const supervisingOf = (store: DeskStore): Supervising => {
  const carryOut = async (step: SuperviseStep, request: () => Promise<void>): Promise<void> => {
    if (store.getState().superviseBusy !== null) return;
    store.setState({ superviseBusy: step, takeOverAsked: null });
    try {
      await request();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code } = error;
      store.setState(({ superviseRefused: former }) => ({
        superviseRefused: { number: (former?.number ?? 0) + 1, code },
      }));
    } finally {
      store.setState({ superviseBusy: null });
    }
  };
  return {
    enter: (interactionId, mode) => carryOut(mode, () => api.supervise(interactionId, mode)),
    takeOver: (interactionId) => carryOut("take-over", () => api.takeOver(interactionId)),
    leave: () => carryOut("leave", () => api.stopSupervising()),
  };
};
