import type { DeskCommands } from "../desk/deskCommands";
import type { DeskStore } from "../desk/deskStore";
import { wordsFor } from "../i18n/i18n";
import type {
  FromFrame,
  SoftphoneEvent,
  SoftphoneReply,
  SoftphoneState,
  ToFrame,
} from "./protocol";
import { orderOf } from "./softphoneCommands";
import { eventsBetween, stateOf } from "./softphoneEvents";

const done: SoftphoneReply = { accepted: true, refusal: null, words: null };
const refused = (refusal: string): SoftphoneReply => ({
  accepted: false,
  refusal,
  words: wordsFor("refusal", refusal),
});

/**
 * Between the frame and the page around it. Who may be that page is decided by the server (`frame-ancestors`): nobody
 * else has us in a frame. It is spoken with from its first word on, and only with the origin that said it.
 */
export class Bridge {
  private readonly store: DeskStore;
  private commands: DeskCommands | null = null;
  private origin: string | null = null;
  private told: SoftphoneState;

  constructor(store: DeskStore) {
    this.store = store;
    this.told = stateOf(store.getState());
    store.subscribe((state) => this.onState(stateOf(state)));
    window.addEventListener("message", (message) => void this.onMessage(message));
    // It says nothing: whoever waits for us may ask now.
    if (window.parent !== window) window.parent.postMessage({ crmums: "here" }, "*");
  }

  /** The desk is open, or closed again. */
  open(commands: DeskCommands | null): void {
    if ((commands === null) !== (this.commands === null)) {
      this.tell({ name: commands === null ? "signed-out" : "signed-in", detail: null });
    }
    this.commands = commands;
  }

  private onState(state: SoftphoneState): void {
    const events = eventsBetween(this.told, state);
    this.told = state;
    for (const event of events) this.tell(event);
  }

  private tell(event: SoftphoneEvent): void {
    this.send({ crmums: "event", event, state: this.told });
  }

  private send(said: FromFrame): void {
    if (this.origin !== null) window.parent.postMessage(said, this.origin);
  }

  private async onMessage({ source, origin, data }: MessageEvent): Promise<void> {
    if (source !== window.parent || source === window || !isOurs(data)) return;
    if (data.crmums === "hello") {
      this.origin = origin;
      const { status, reason } = this.told;
      this.tell({ name: "agent-state", detail: { status, reason } });
    } else if (origin === this.origin) {
      const reply = await this.carryOut(data.name, data.args);
      this.send({ crmums: "reply", id: data.id, reply });
    }
  }

  private async carryOut(name: string, args: readonly unknown[]): Promise<SoftphoneReply> {
    if (this.commands === null) return refused("signedOut");
    const call = this.told.call?.interactionId ?? null;
    const order = orderOf(this.commands, call, name, args);
    return typeof order === "string" ? refused(order) : this.replyTo(order);
  }

  private async replyTo(order: Promise<boolean>): Promise<SoftphoneReply> {
    const before = this.store.getState().refused?.number;
    if (await order) return done;
    const { refused: last } = this.store.getState();
    return refused(last !== null && last.number !== before ? last.refusal : "busy");
  }
}

const isOurs = (data: unknown): data is ToFrame => {
  if (typeof data !== "object" || data === null || !("crmums" in data)) return false;
  if (data.crmums === "hello") return true;
  return (
    data.crmums === "command" &&
    "id" in data &&
    "name" in data &&
    "args" in data &&
    Array.isArray(data.args)
  );
};
