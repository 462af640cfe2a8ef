import type { DeskHub, LinkState } from "../src/connection/hubConnection";
import type {
  AgentView,
  CallParty,
  CallView,
  CommandReply,
  DeskCommandArguments,
  DeskCommandName,
  DeskEvent,
  DeskSnapshot,
  ShownNumber,
} from "../src/contracts/hub";
import type { Directory } from "../src/contracts/rest";
import { Value } from "../src/shared/value";

export interface Sent {
  name: DeskCommandName;
  commandId: string;
  rest: unknown[];
}

/** A server that lives in the test: says what it is told to say and remembers what it was sent. */
export class FakeHub implements DeskHub {
  readonly link = new Value<LinkState>({ kind: "away", since: 0, attempts: 0 });
  onEvent: (event: DeskEvent) => void = () => {};
  readonly sent: Sent[] = [];
  replies: (CommandReply | Error)[] = [];
  sequence = 0;
  agent: AgentView = agentView();
  call: CallView | null = null;
  directory: Directory = { agents: [], queues: [], skills: [] };
  isWatched = false;
  readonly numbersAsked: string[] = [];
  shown = (_typed: string): ShownNumber | Promise<ShownNumber> => ({
    number: "1000",
    rule: null,
    refusal: null,
  });

  start(): void {
    this.link.set({ kind: "online" });
  }

  async stop(): Promise<void> {
    this.link.set({ kind: "away", since: 0, attempts: 0 });
  }

  snapshot(): Promise<DeskSnapshot> {
    const { sequence, agent, call } = this;
    return Promise.resolve({ sequence, serverNow: new Date().toISOString(), agent, call });
  }

  async shownNumber(typed: string): Promise<ShownNumber> {
    this.numbersAsked.push(typed);
    return this.shown(typed);
  }

  async watchDirectory(isWatched: boolean): Promise<void> {
    this.isWatched = isWatched;
    if (isWatched) this.showDirectory();
  }

  showDirectory(): void {
    const { directory } = this;
    this.onEvent({ sequence: ++this.sequence, type: "directoryShown", directory });
  }

  async command<N extends DeskCommandName>(
    name: N,
    commandId: string,
    ...rest: DeskCommandArguments[N]
  ): Promise<CommandReply> {
    this.sent.push({ name, commandId, rest });
    const reply = this.replies.shift() ?? { accepted: true, refusal: null };
    if (reply instanceof Error) {
      this.link.set({ kind: "away", since: 0, attempts: 1 });
      throw reply;
    }
    return reply;
  }

  become(agent: Partial<AgentView>): void {
    this.agent = { ...this.agent, ...agent };
    this.onEvent({ sequence: ++this.sequence, type: "agentChanged", agent: this.agent });
  }

  callIs(call: CallView | null): void {
    this.call = call;
    this.onEvent({ sequence: ++this.sequence, type: "callChanged", call });
  }

  names(): DeskCommandName[] {
    return this.sent.map(({ name }) => name);
  }
}

export const agentView = (part: Partial<AgentView> = {}): AgentView => ({
  agentId: "a".repeat(32),
  displayName: "Азиза Каримова",
  status: "notReady",
  reason: "signed-in",
  since: "2026-01-01T00:00:00Z",
  until: null,
  nextReason: null,
  audio: "open",
  limitAt: null,
  obstacle: null,
  isAutoAnswered: false,
  wrapUpExtensionSeconds: 0,
  unansweredInARow: 0,
  inactivityMinutes: 0,
  failedDial: null,
  endedTalk: null,
  supervision: null,
  ...part,
});

export const callView = (part: Partial<CallView> = {}): CallView => ({
  interactionId: "1".repeat(32),
  kind: "call",
  stage: "connected",
  queueId: "support",
  queueName: "Поддержка",
  dialled: "1000",
  number: { kind: "known", shown: "+998901234567" },
  client: {
    id: "c".repeat(32),
    kind: "individual",
    displayName: "Юсупов Тимур Рашидович",
    greetingName: "Тимур Рашидович",
    isVip: true,
    personalManager: null,
  },
  arrivedAt: "2026-01-01T00:00:00Z",
  offeredAt: "2026-01-01T00:00:05Z",
  connectedAt: "2026-01-01T00:00:08Z",
  heldSince: null,
  audioLostSince: null,
  isMuted: false,
  endedAt: null,
  ending: null,
  assistantSummary: null,
  help: null,
  trouble: null,
  screenPop: null,
  isOwner: true,
  parties: [],
  transfer: null,
  handOver: null,
  supervisor: null,
  ...part,
});

export const party = (part: Partial<CallParty> = {}): CallParty => ({
  id: "b".repeat(32),
  kind: "agent",
  agentId: "b".repeat(32),
  number: "",
  state: "talking",
  isMuted: false,
  isOwner: false,
  purpose: null,
  ...part,
});
