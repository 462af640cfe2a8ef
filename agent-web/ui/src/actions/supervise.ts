import type { Supervision, SupervisionMode } from "../contracts/hub";
import type { DeskState } from "../desk/deskStore";
import { askedTakeOverOf, supervisionOf } from "../desk/selectors";
import type { MessageKey } from "../i18n/messages";
import { type DeskAction, defineAction, needsServer } from "./action";

const oneAtATime = (state: DeskState): MessageKey | null =>
  state.superviseBusy === null ? needsServer(state) : "blocked.busy";

/** Who hears the supervisor in the talk that he is in. */
const hearMe = (mode: SupervisionMode, hotkey: string): DeskAction =>
  defineAction<Supervision>({
    name: `supervision.${mode}`,
    label: `supervision.${mode}`,
    hotkey,
    target: (state) => {
      const supervision = supervisionOf(state);
      return supervision?.mode === mode ? null : supervision;
    },
    blockedBy: oneAtATime,
    perform: ({ interactionId }, { supervising }) => supervising.enter(interactionId, mode),
  });

// Keys of their own: whoever has just taken the talk over must not end it by a key that was to leave it.
export const modeActions: Readonly<Record<SupervisionMode, DeskAction>> = {
  listen: hearMe("listen", "Alt+U"),
  whisper: hearMe("whisper", "Alt+Y"),
  barge: hearMe("barge", "Alt+B"),
};

/** Asks first; the same key again says yes. */
export const takeTalkOver = defineAction({
  name: "supervision.take-over",
  label: "supervision.takeOver",
  hotkey: "Alt+T",
  target: (state) => (askedTakeOverOf(state) === null ? supervisionOf(state) : null),
  blockedBy: oneAtATime,
  perform: ({ interactionId }, commands) => commands.askTakeOver(interactionId),
});

export const confirmTakeOver = defineAction({
  name: "supervision.confirm-take-over",
  label: "supervision.takeOver.confirm",
  hotkey: "Alt+T",
  target: askedTakeOverOf,
  blockedBy: oneAtATime,
  perform: ({ interactionId }, { supervising }) => supervising.takeOver(interactionId),
});

export const leaveTalk = defineAction({
  name: "supervision.leave",
  label: "supervision.leave",
  hotkey: "Alt+V",
  target: supervisionOf,
  blockedBy: oneAtATime,
  perform: (_, { supervising }) => supervising.leave(),
});

export const superviseActions: readonly DeskAction[] = [
  ...Object.values(modeActions),
  takeTalkOver,
  confirmTakeOver,
  leaveTalk,
];
