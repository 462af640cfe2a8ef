import {
  HttpTransportType,
  type HubConnection,
  HubConnectionBuilder,
  LogLevel,
} from "@microsoft/signalr";
import type { FloorBeat } from "../contracts/floor";
import { backOffMs } from "../shared/backOff";

/** What the page is told by a hub that only pushes. */
export interface PushedEars<Change> {
  onUp(): void;
  onDown(): void;
  onChange(change: Change): void;
  onBeat(beat: FloorBeat): void;
}

/** What the page needs of such a hub; the fakes of the tests have the same shape. */
export interface PushedHub<Snapshot, Change> {
  start(ears: PushedEars<Change>): void;
  stop(): void;
  snapshot(): Promise<Snapshot>;
}

/** Silence for so long is a dead link: beats come every second. */
const SILENT_MS = 4_000;

/** One SignalR connection that is kept up for as long as the page shows what it pushes. */
export class LivePushedHub<Snapshot, Change> implements PushedHub<Snapshot, Change> {
  private readonly connection: HubConnection;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private ears: PushedEars<Change> | null = null;
  private readonly what: string;
  private readonly onUnreachable: () => void;
  private attempts = 0;

  /**
   * `what` is pushed: a snapshot is asked for by `Get…`, then come `…Change` and `…Beat`. `onUnreachable` is called after
   * each failed attempt, to ask whether we are still signed in.
   */
  constructor(url: string, what: string, onUnreachable: () => void) {
    this.what = what;
    this.onUnreachable = onUnreachable;
    this.connection = new HubConnectionBuilder()
      .withUrl(url, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .configureLogging(LogLevel.None) // What goes wrong is shown as stale.
      .build();
    this.connection.serverTimeoutInMilliseconds = SILENT_MS;
    this.connection.on(`${what}Change`, (change: Change) => this.ears?.onChange(change));
    this.connection.on(`${what}Beat`, (beat: FloorBeat) => this.ears?.onBeat(beat));
    this.connection.onclose(() => this.onClosed());
  }

  start(ears: PushedEars<Change>): void {
    this.ears = ears;
    void this.connect();
  }

  stop(): void {
    this.ears = null;
    clearTimeout(this.retry);
    void this.connection.stop();
  }

  snapshot(): Promise<Snapshot> {
    return this.connection.invoke<Snapshot>(`Get${this.what}`);
  }

  private async connect(): Promise<void> {
    try {
      await this.connection.start();
      this.attempts = 0;
      this.ears?.onUp();
    } catch {
      this.onUnreachable();
      this.tryLater();
    }
  }

  private onClosed(): void {
    this.ears?.onDown();
    this.tryLater();
  }

  private tryLater(): void {
    if (this.ears === null) return;
    this.retry = setTimeout(() => void this.connect(), backOffMs(this.attempts++));
  }
}
