import type { Language } from "../contracts/shared";
import type { DeskCommands } from "../desk/deskCommands";
import type { DeskState } from "../desk/deskStore";
import type { MessageKey } from "../i18n/messages";

/** Something an agent can do. Buttons, hotkeys and the palette are all drawn from it. */
export interface ActionShape<T> {
  /** Stable name: `call.hold`. */
  readonly name: string;
  readonly label: MessageKey;
  /** Values for the label: keys of words, or names that an administrator has given. */
  readonly labelValues?: Readonly<Record<string, LabelValue>>;
  /** As read by hotkey.ts: `F4`, `Alt+R`; null when it has none. */
  readonly hotkey: string | null;
  /** To what it applies now; null: not offered at all. */
  target(state: DeskState): T | null;
  /** Why it cannot be carried out although it applies; shown on the disabled button. */
  blockedBy(state: DeskState): MessageKey | null;
  perform(target: T, commands: DeskCommands): unknown;
}

export type Availability =
  | { kind: "absent" }
  | { kind: "blocked"; why: MessageKey }
  | { kind: "available"; run: (commands: DeskCommands) => void };

export type LabelValue = MessageKey | Readonly<Record<Language, string>>;

export interface DeskAction {
  readonly name: string;
  readonly label: MessageKey;
  readonly labelValues: Readonly<Record<string, LabelValue>>;
  readonly hotkey: string | null;
  availability(state: DeskState): Availability;
}

/** Seals an action: what its target is stays its own business. */
export const defineAction = <T>(shape: ActionShape<T>): DeskAction => ({
  name: shape.name,
  label: shape.label,
  labelValues: shape.labelValues ?? {},
  hotkey: shape.hotkey,
  availability(state) {
    const target = shape.target(state);
    if (target === null) return { kind: "absent" };
    const why = shape.blockedBy(state);
    if (why !== null) return { kind: "blocked", why };
    return { kind: "available", run: (commands) => void shape.perform(target, commands) };
  },
});

/** The usual obstacle: everything but mute and the panels needs the server, one command at a time. */
export const needsServer = (state: DeskState): MessageKey | null => {
  if (state.link.kind !== "online") return "blocked.serverAway";
  return state.busy === null ? null : "blocked.busy";
};

export const never = (): null => null;
