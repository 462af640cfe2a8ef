import type { DeskHub } from "../connection/hubConnection";
import type {
  DeskCommandArguments,
  DeskCommandName,
  QualityReport,
  WrapUpResult,
} from "../contracts/hub";
import { newCommandId } from "../shared/commandId";
import type { DeskStore, Refused } from "./deskStore";
import { dropDraft } from "./wrapUpDraft";

const SENT_AT_MOST = 3;
const LINK_BACK_WITHIN_MS = 5_000;

type Outcome = { accepted: true } | { accepted: false; refusal: Refused["refusal"] };

/** What an agent can tell the server, one method each; every refusal is shown. */
export class DeskCommands {
  private readonly hub: DeskHub;
  private readonly store: DeskStore;
  private refusals = 0;

  constructor(hub: DeskHub, store: DeskStore) {
    this.hub = hub;
    this.store = store;
  }

  makeReady = (): Promise<boolean> => this.order("MakeReady");
  makeNotReady = (reason: string): Promise<boolean> => this.order("MakeNotReady", reason);
  hold = (interactionId: string): Promise<boolean> => this.order("Hold", interactionId);
  resume = (interactionId: string): Promise<boolean> => this.order("Resume", interactionId);
  hangUp = (interactionId: string): Promise<boolean> => this.order("HangUp", interactionId);

  answer = (interactionId: string): Promise<boolean> => {
    performance.mark("answer-clicked", { detail: interactionId });
    return this.order("Answer", interactionId);
  };

  /** Silences the microphone at once; the server hears of it now, or when it is back. */
  mute = async (interactionId: string, muted: boolean): Promise<boolean> => {
    this.store.setState({ mutedWish: muted });
    if (this.hub.link.get().kind !== "online") return true;
    const accepted = this.report("Mute", await this.send("Mute", interactionId, muted));
    if (!accepted && this.hub.link.get().kind === "online")
      this.store.setState({ mutedWish: null });
    return accepted;
  };

  sendDigits = async (interactionId: string, digits: string): Promise<boolean> => {
    this.store.setState((state) => ({ digits: state.digits + digits }));
    return this.report("SendDigits", await this.send("SendDigits", interactionId, digits));
  };

  /** Records a result; the draft goes only when the server has it. */
  recordWrapUp = async (
    agentId: string,
    interactionId: string,
    result: WrapUpResult,
    notReadyReason: string | null,
  ): Promise<boolean> => {
    const accepted = await this.order("RecordWrapUp", interactionId, result, notReadyReason);
    if (accepted) dropDraft(agentId, interactionId);
    return accepted;
  };

  extendWrapUp = (interactionId: string, reason: string): Promise<boolean> =>
    this.order("ExtendWrapUp", interactionId, reason);

  reportActivity = (): Promise<Outcome> => this.send("ReportActivity");
  reportQuality = (quality: QualityReport): Promise<Outcome> => this.send("ReportQuality", quality);

  openAudio = (): Promise<Outcome> => this.send("OpenAudio");
  reportMicrophone = (works: boolean): Promise<Outcome> => this.send("ReportMicrophone", works);

  openPad = (open: boolean): void => this.store.setState({ isPadOpen: open });
  openReasonMenu = (open: boolean): void => this.store.setState({ isReasonMenuOpen: open });
  openAudioSetup = (open: boolean): void => this.store.setState({ isAudioSetupOpen: open });

  /** A command of the agent: one at a time, refusals shown. */
  private async order<N extends DeskCommandName>(
    name: N,
    ...rest: DeskCommandArguments[N]
  ): Promise<boolean> {
    if (this.store.getState().busy !== null) return false;
    this.store.setState({ busy: name });
    try {
      return this.report(name, await this.send(name, ...rest));
    } finally {
      this.store.setState({ busy: null });
    }
  }

  private report(command: DeskCommandName, outcome: Outcome): boolean {
    if (outcome.accepted) return true;
    const refused = { number: ++this.refusals, command, refusal: outcome.refusal };
    this.store.setState({ refused });
    return false;
  }

  /** Sends under one id, so that a repeat after a broken connection is carried out once. */
  private async send<N extends DeskCommandName>(
    name: N,
    ...rest: DeskCommandArguments[N]
  ): Promise<Outcome> {
    const commandId = newCommandId();
    for (let sent = 0; sent < SENT_AT_MOST; sent++) {
      if (!(await this.linkIsUp())) break;
      try {
        const reply = await this.hub.command(name, commandId, ...rest);
        if (reply.accepted) return { accepted: true };
        return { accepted: false, refusal: reply.refusal ?? "wrongState" };
      } catch {
        // Still connected: the server itself said no. Otherwise try again on the next connection.
        if (this.hub.link.get().kind === "online") return { accepted: false, refusal: "badInput" };
      }
    }
    return { accepted: false, refusal: "serverAway" };
  }

  private linkIsUp(): Promise<boolean> {
    if (this.hub.link.get().kind === "online") return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (isUp: boolean): void => {
        clearTimeout(patience);
        unsubscribe();
        resolve(isUp);
      };
      const patience = setTimeout(() => finish(false), LINK_BACK_WITHIN_MS);
      const unsubscribe = this.hub.link.subscribe((link) => {
        if (link.kind === "online") finish(true);
      });
    });
  }
}
