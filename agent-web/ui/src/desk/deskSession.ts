import { type AudioChoice, keepAudioChoice, readAudioChoice } from "../audio/audioChoice";
import type { Microphone } from "../audio/microphone";
import { Ringer } from "../audio/ringer";
import { SilenceMeter } from "../audio/silence";
import { Speaker } from "../audio/speaker";
import type { DeskHub } from "../connection/hubConnection";
import type { SipPhone } from "../connection/sipPhone";
import type { DeskEvent, ShownNumber } from "../contracts/hub";
import { backOffMs } from "../shared/backOff";
import { ActivityWatch } from "./activityWatch";
import { disagreesOnAudio, nextAudioStep } from "./audioKeeper";
import { foldDesk, foldDirectoryLeft, foldLinkLost, foldSnapshot } from "./desk";
import { DeskCommands } from "./deskCommands";
import { type DeskState, type DeskStore, initialDeskState } from "./deskStore";
import { QualityWatch } from "./qualityWatch";
import { isMuted, mayReach, wantsActivity } from "./selectors";
import { TalkWatch } from "./talkWatch";
import { isEmptyDraft, readDraft } from "./wrapUpDraft";

const TICK_MS = 500;
/** What was typed is sent by itself this long before wrap-up ends. */
const SAVE_BEFORE_END_MS = 1_500;

/**
 * The life of an agent's desk in this page: hub, telephone, microphone and store, wired together. The hub and the
 * telephone reconnect each on their own; neither waits for the other.
 */
export class DeskSession {
  readonly microphone: Microphone;
  readonly speaker = new Speaker();
  readonly ringer = new Ringer();
  readonly commands: DeskCommands;

  private readonly hub: DeskHub;
  private readonly phone: SipPhone;
  private readonly store: DeskStore;
  private readonly activity: ActivityWatch;
  private readonly meter = new SilenceMeter();
  private readonly quality: QualityWatch;
  private readonly talk: TalkWatch;
  private readonly undo: (() => void)[] = [];
  private choice: AudioChoice = readAudioChoice();
  private audioAskedAt: number | null = null;
  private audioDisagreedSince: number | null = null;
  private savedAtEnd: string | null = null;
  private isTakingSnapshot = false;

  constructor(hub: DeskHub, phone: SipPhone, microphone: Microphone, store: DeskStore) {
    this.hub = hub;
    this.phone = phone;
    this.microphone = microphone;
    this.store = store;
    this.commands = new DeskCommands(hub, store);
    this.activity = new ActivityWatch(
      () => wantsActivity(store.getState()),
      () => void this.commands.reportActivity(),
    );
    const measured = {
      state: () => store.getState(),
      readNetwork: () => phone.readNetwork(),
    };
    this.quality = new QualityWatch(
      {
        ...measured,
        report: async (quality) => (await this.commands.reportQuality(quality)).accepted,
      },
      this.meter,
    );
    this.talk = new TalkWatch(
      {
        ...measured,
        show: (talkNow) => store.setState({ talkNow }),
        keep: (interactionId, quality) => this.commands.keepTalkQuality(interactionId, quality),
      },
      this.meter,
    );
  }

  get audioChoice(): AudioChoice {
    return this.choice;
  }

  start(): void {
    this.store.setState({
      ...initialDeskState(),
      isAudioSetupOpen: !this.choice.isConfirmed,
    });
    this.hub.onEvent = (event) => this.onEvent(event);
    this.phone.onRemoteAudio = (stream) => this.speaker.play(stream);
    this.microphone.onStream = (stream) => {
      void this.phone.replaceMicrophone(stream);
      this.meter.attach(stream);
      this.quality.forgetMicrophone();
      this.unlockSound(); // A page that records may also play: after a reload no click is needed.
    };
    this.mirror();

    const tick = setInterval(() => this.onTick(), TICK_MS);
    this.undo.push(() => clearInterval(tick));
    document.addEventListener("pointerdown", this.unlockSound);
    document.addEventListener("keydown", this.unlockSound);
    this.activity.start();
    this.quality.start();
    this.talk.start();

    void this.applyOutputs();
    this.ringer.prepare();
    void this.microphone.open(this.choice.microphoneId);
    this.hub.start();
    this.phone.start();
  }

  async stop(): Promise<void> {
    for (const undo of this.undo.splice(0)) undo();
    document.removeEventListener("pointerdown", this.unlockSound);
    document.removeEventListener("keydown", this.unlockSound);
    this.activity.stop();
    this.quality.stop();
    this.talk.stop();
    this.meter.detach();
    this.ringer.close();
    this.speaker.stop();
    this.phone.stop();
    this.microphone.close();
    await this.hub.stop();
  }

  /** Which number he would see who is called at this one, as typed. */
  shownNumber(typed: string): Promise<ShownNumber> {
    return this.hub.shownNumber(typed);
  }

  /** Changes devices and volumes now and remembers them on this computer. */
  async chooseAudio(change: Partial<AudioChoice>): Promise<void> {
    const previous = this.choice;
    this.choice = { ...previous, ...change };
    keepAudioChoice(this.choice);
    await this.applyOutputs();
    if (this.choice.microphoneId !== previous.microphoneId) {
      await this.microphone.open(this.choice.microphoneId);
    }
  }

  private readonly unlockSound = (): void => {
    this.ringer.prepare();
    void this.speaker.resume();
  };

  /** Every state of a part is copied into the store, and what follows from it is started. */
  private mirror(): void {
    const { hub, phone, microphone, speaker, ringer, store, undo } = this;
    undo.push(
      hub.link.subscribe((link) => {
        store.setState(({ desk }) => ({
          link,
          desk: link.kind === "online" ? desk : foldLinkLost(desk),
        }));
        if (link.kind === "online") void this.onLinkUp();
      }),
      phone.registration.subscribe((registration) => store.setState({ registration })),
      phone.session.subscribe((audioSession) => {
        // A leg came or went: whether to ask anew is a fresh question.
        if (audioSession.kind !== store.getState().audioSession.kind) this.audioAskedAt = null;
        store.setState({ audioSession });
      }),
      microphone.state.subscribe((state) => {
        store.setState({ microphone: state });
        void this.reportMicrophone();
      }),
      speaker.needsClick.subscribe(() => this.lookAtSound()),
      ringer.needsClick.subscribe(() => this.lookAtSound()),
      store.subscribe((state, previous) => this.onState(state, previous)),
    );
  }

  private lookAtSound(): void {
    const needsClick = this.speaker.needsClick.get() || this.ringer.needsClick.get();
    this.store.setState({ needsClick });
  }

  private onEvent(event: DeskEvent): void {
    this.store.setState(({ desk }) => ({ desk: foldDesk(desk, event) }));
    if (event.type === "signedOut") void this.stop();
    else if (this.store.getState().desk.needsSnapshot) void this.takeSnapshot();
  }

  private async onLinkUp(): Promise<void> {
    await this.takeSnapshot();
    await this.reportMicrophone();
    await this.sendMuteWish();
  }

  private async takeSnapshot(): Promise<void> {
    if (this.isTakingSnapshot) return;
    this.isTakingSnapshot = true;
    try {
      for (let attempt = 0; this.isSnapshotOwed(); attempt++) {
        if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, backOffMs(attempt)));
        await this.trySnapshot();
      }
    } finally {
      this.isTakingSnapshot = false;
    }
  }

  private isSnapshotOwed(): boolean {
    const { desk, link } = this.store.getState();
    return link.kind === "online" && desk.needsSnapshot && desk.signedOut === null;
  }

  private async trySnapshot(): Promise<void> {
    const askedAt = Date.now();
    try {
      const snapshot = await this.hub.snapshot();
      const halfWay = (Date.now() + askedAt) / 2;
      const ahead = Date.parse(snapshot.serverNow) - halfWay;
      this.store.setState(({ desk }) => ({ desk: foldSnapshot(desk, snapshot, ahead) }));
      if (this.store.getState().reach !== null) await this.hub.watchDirectory(true);
    } catch {
      // The link broke meanwhile, or the server is still starting: the loop looks again.
    }
  }

  /** Colleagues are told of while the dialog that shows them is open. */
  private lookAtColleagues(isLooking: boolean): void {
    if (!isLooking) this.store.setState(({ desk }) => ({ desk: foldDirectoryLeft(desk) }));
    this.hub.watchDirectory(isLooking).catch(() => {
      // The link is away: with it the server forgets, and the next snapshot asks again.
    });
  }

  private async reportMicrophone(): Promise<void> {
    const { microphone, link } = this.store.getState();
    if (microphone.kind === "asking" || link.kind !== "online") return;
    await this.commands.reportMicrophone(microphone.kind === "works");
  }

  private async sendMuteWish(): Promise<void> {
    const { desk, mutedWish } = this.store.getState();
    if (desk.call === null || mutedWish === null || mutedWish === desk.call.isMuted) return;
    await this.commands.mute(desk.call.interactionId, mutedWish);
  }

  private onState(state: DeskState, previous: DeskState): void {
    const call = state.desk.call;
    const before = previous.desk.call;
    if (call?.interactionId !== before?.interactionId) {
      this.store.setState({ mutedWish: null, isPadOpen: false, digits: "", isHelpOpen: false });
      // An offer waits for seconds only: nothing may lie between the agent and his answer.
      if (call?.stage === "offered") this.commands.openAudioSetup(false);
    } else if (call !== null && state.mutedWish === call.isMuted) {
      this.store.setState({ mutedWish: null });
    }
    if (state.reach !== null && !mayReach(state, state.reach)) this.commands.openReach(null);
    if ((state.reach === null) !== (previous.reach === null)) {
      this.lookAtColleagues(state.reach !== null);
    }
    if (isMuted(state) !== isMuted(previous)) this.microphone.mute(isMuted(state));
    this.keepAudioOpen(state);
  }

  private onTick(): void {
    const state = this.store.getState();
    this.keepAudioOpen(state);
    void this.saveAtEndOfWrapUp(state);
  }

  private keepAudioOpen(state: DeskState): void {
    const now = Date.now();
    this.audioDisagreedSince = disagreesOnAudio(state) ? (this.audioDisagreedSince ?? now) : null;
    const { audioAskedAt: askedAt, audioDisagreedSince: disagreedSince } = this;
    const step = nextAudioStep(state, now, { askedAt, disagreedSince });
    if (step === "wait") return;
    this.audioAskedAt = now; // Before hanging up: the leg's end calls us again.
    if (step === "hang-up-and-ask") this.phone.hangUp();
    this.audioAskedAt = now;
    void this.commands.openAudio();
  }

  /** Wrap-up ends by the clock: what the agent has typed until then is recorded, not lost. */
  private async saveAtEndOfWrapUp(state: DeskState): Promise<void> {
    const { agent, call, clockAheadMs } = state.desk;
    if (agent?.status !== "wrapUp" || agent.until === null || call === null) return;
    const leftMs = Date.parse(agent.until) - (Date.now() + clockAheadMs);
    if (leftMs > SAVE_BEFORE_END_MS || this.savedAtEnd === call.interactionId) return;

    const draft = readDraft(agent.agentId, call.interactionId);
    if (draft === null || isEmptyDraft(draft)) return;
    this.savedAtEnd = call.interactionId;
    const { topic, result, note } = draft;
    const what = { topic, result, note };
    await this.commands.recordWrapUp(agent.agentId, call.interactionId, what, agent.nextReason);
  }

  private async applyOutputs(): Promise<void> {
    const { speakerId, speakerVolume, ringerId, ringerVolume } = this.choice;
    await this.speaker.choose(speakerId, speakerVolume);
    await this.ringer.choose(ringerId, ringerVolume);
  }
}
