import type { DeskHub } from "../connection/hubConnection";
import type {
  CallTarget,
  DeskCommandArguments,
  DeskCommandName,
  QualityReport,
  TalkQuality,
  WrapUpResult,
} from "../contracts/hub";
import { newCommandId } from "../shared/commandId";
import type { DeskStore, Reach, Refused } from "./deskStore";
import { liveCallOf } from "./selectors";
import { type Supervising, supervisingOf } from "./supervising";
import { dropDraft } from "./wrapUpDraft";

const SENT_AT_MOST = 3;
const LINK_BACK_WITHIN_MS = 5_000;
/** While legs are being moved, some 20 ms, the server takes no further step of a call. */
const REARRANGED_WITHIN_MS = 300;

type Outcome = { accepted: true } | { accepted: false; refusal: Refused["refusal"] };

/** What an agent can tell the server, one method each; every refusal is shown. */
export class DeskCommands {
  private readonly hub: DeskHub;
  private readonly store: DeskStore;
  readonly supervising: Supervising;
  private refusals = 0;

  constructor(hub: DeskHub, store: DeskStore) {
    this.hub = hub;
    this.store = store;
    this.supervising = supervisingOf(store);
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

  pick = (interactionId: string): Promise<boolean> => this.order("Pick", interactionId);
  dial = (number: string): Promise<boolean> => this.order("Dial", number);
  callAgent = (agentId: string): Promise<boolean> => this.order("CallAgent", agentId);

  transfer = (interactionId: string, target: CallTarget, note: string): Promise<boolean> =>
    this.order("Transfer", interactionId, target, note || null);
  consult = (interactionId: string, target: CallTarget, note: string): Promise<boolean> =>
    this.order("Consult", interactionId, target, note || null);
  addParty = (interactionId: string, target: CallTarget, note: string): Promise<boolean> =>
    this.order("AddParty", interactionId, target, note || null);

  swap = (interactionId: string): Promise<boolean> => this.order("Swap", interactionId);
  merge = (interactionId: string): Promise<boolean> => this.order("Merge", interactionId);
  complete = (interactionId: string): Promise<boolean> => this.order("Complete", interactionId);
  leave = (interactionId: string): Promise<boolean> => this.order("Leave", interactionId);
  cancelConsult = (interactionId: string): Promise<boolean> =>
    this.order("CancelConsult", interactionId);
  cancelTransfer = (interactionId: string): Promise<boolean> =>
    this.order("CancelTransfer", interactionId);
  muteParty = (interactionId: string, partyId: string, muted: boolean): Promise<boolean> =>
    this.order("MuteParty", interactionId, partyId, muted);
  removeParty = (interactionId: string, partyId: string): Promise<boolean> =>
    this.order("RemoveParty", interactionId, partyId);

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
  askForHelp = async (interactionId: string, reason: string): Promise<boolean> => {
    const accepted = await this.order("AskForHelp", interactionId, reason);
    if (accepted) this.openHelp(false);
    return accepted;
  };
  withdrawHelp = (interactionId: string): Promise<boolean> =>
    this.order("WithdrawHelp", interactionId);
  keepTalkQuality = (interactionId: string, quality: TalkQuality): Promise<Outcome> =>
    this.send("ReportTalkQuality", interactionId, quality);

  reportQuality = (quality: QualityReport): Promise<Outcome> => this.send("ReportQuality", quality);

  openAudio = (): Promise<Outcome> => this.send("OpenAudio");
  reportMicrophone = (works: boolean): Promise<Outcome> => this.send("ReportMicrophone", works);

  askTakeOver = (interactionId: string): void =>
    this.store.setState({ takeOverAsked: interactionId });
  openPad = (open: boolean): void => this.store.setState({ isPadOpen: open });
  openHelp = (open: boolean): void => this.store.setState({ isHelpOpen: open });
  openReasonMenu = (open: boolean): void => this.store.setState({ isReasonMenuOpen: open });
  openReach = (reach: Reach | null): void => this.store.setState({ reach, refused: null });
  focusDial = (): void => this.store.setState(({ dialTurn }) => ({ dialTurn: dialTurn + 1 }));
  openChat = (open: boolean): void => this.store.setState({ isChatOpen: open });
  openAudioSetup = (open: boolean): void => this.store.setState({ isAudioSetupOpen: open });

  /** A command of the agent: one at a time, refusals shown. */
  private async order<N extends DeskCommandName>(
    name: N,
    ...rest: DeskCommandArguments[N]
  ): Promise<boolean> {
    if (this.store.getState().busy !== null) return false;
    this.store.setState({ busy: name });
    try {
      const outcome = await this.send(name, ...rest);
      const isEarly = !outcome.accepted && outcome.refusal === "wrongState";
      const again = isEarly && (await this.isRearranged(rest[0]));
      return this.report(name, again ? await this.send(name, ...rest) : outcome);
    } finally {
      this.store.setState({ busy: null });
    }
  }

  /** A moment later, or as soon as the talk has changed: whether it is still the same one. */
  private async isRearranged(interactionId: unknown): Promise<boolean> {
    const inHand = () => liveCallOf(this.store.getState());
    const before = inHand();
    if (before === null || before.interactionId !== interactionId) return false;
    await new Promise<void>((resolve) => {
      const finish = (): void => {
        clearTimeout(patience);
        unsubscribe();
        resolve();
      };
      const patience = setTimeout(finish, REARRANGED_WITHIN_MS);
      const unsubscribe = this.store.subscribe(() => {
        if (inHand() !== before) finish();
      });
    });
    return inHand()?.interactionId === interactionId;
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
