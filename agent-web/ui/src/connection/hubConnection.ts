import {
  HttpTransportType,
  type HubConnection,
  HubConnectionBuilder,
  LogLevel,
} from "@microsoft/signalr";
import type {
  CommandReply,
  DeskCommandArguments,
  DeskCommandName,
  DeskEvent,
  DeskSnapshot,
  ShownNumber,
} from "../contracts/hub";
import { backOffMs } from "../shared/backOff";
import { Value } from "../shared/value";

/** `since` is this page's clock, in milliseconds: when the link was lost. */
export type LinkState = { kind: "online" } | { kind: "away"; since: number; attempts: number };

/** What the desk needs of the hub; the fake of the tests has the same shape. */
export interface DeskHub {
  readonly link: Value<LinkState>;
  onEvent: (event: DeskEvent) => void;
  start(): void;
  stop(): Promise<void>;
  snapshot(): Promise<DeskSnapshot>;
  /** Which number he would see who is called at this one, as typed. */
  shownNumber(typed: string): Promise<ShownNumber>;
  /** Whether colleagues are looked at: while they are, events tell of them. */
  watchDirectory(isWatched: boolean): Promise<void>;
  command<N extends DeskCommandName>(
    name: N,
    commandId: string,
    ...rest: DeskCommandArguments[N]
  ): Promise<CommandReply>;
}

/** One SignalR connection that is kept up for as long as the page is open. */
export class HubDesk implements DeskHub {
  readonly link = new Value<LinkState>({ kind: "away", since: Date.now(), attempts: 0 });
  onEvent: (event: DeskEvent) => void = () => {};

  private readonly connection: HubConnection;
  private readonly onUnreachable: () => void;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private isStopped = true;
  private isStarting = false;

  /** `onUnreachable` is called after each failed attempt, to ask whether we are still signed in. */
  constructor(url: string, onUnreachable: () => void) {
    this.onUnreachable = onUnreachable;
    this.connection = new HubConnectionBuilder()
      // No negotiation: one round trip less on every reconnect.
      .withUrl(url, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .configureLogging(LogLevel.None) // What goes wrong is shown as the state of the link.
      .build();
    this.connection.on("DeskEvent", (event: DeskEvent) => this.onEvent(event));
    this.connection.onclose(() => this.onClosed());
  }

  start(): void {
    this.isStopped = false;
    window.addEventListener("online", this.connectNow);
    void this.connect();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    window.removeEventListener("online", this.connectNow);
    clearTimeout(this.retry);
    await this.connection.stop();
  }

  snapshot(): Promise<DeskSnapshot> {
    return this.connection.invoke<DeskSnapshot>("GetDesk");
  }

  shownNumber(typed: string): Promise<ShownNumber> {
    return this.connection.invoke<ShownNumber>("GetShownNumber", typed);
  }

  watchDirectory(isWatched: boolean): Promise<void> {
    return this.connection.send(isWatched ? "WatchDirectory" : "LeaveDirectory");
  }

  command<N extends DeskCommandName>(
    name: N,
    commandId: string,
    ...rest: DeskCommandArguments[N]
  ): Promise<CommandReply> {
    return this.connection.invoke<CommandReply>(name, commandId, ...rest);
  }

  private readonly connectNow = (): void => {
    clearTimeout(this.retry);
    void this.connect();
  };

  private async connect(): Promise<void> {
    if (this.isStopped || this.isStarting || this.link.get().kind === "online") return;
    this.isStarting = true;
    try {
      await this.connection.start();
      if (!this.isStopped) this.link.set({ kind: "online" });
    } catch {
      this.onUnreachable();
      this.tryLater();
    } finally {
      this.isStarting = false;
    }
  }

  private onClosed(): void {
    this.link.set({ kind: "away", since: Date.now(), attempts: 0 });
    this.tryLater();
  }

  private tryLater(): void {
    const state = this.link.get();
    if (this.isStopped || state.kind === "online") return;
    this.link.set({ ...state, attempts: state.attempts + 1 });
    this.retry = setTimeout(() => void this.connect(), backOffMs(state.attempts));
  }
}
