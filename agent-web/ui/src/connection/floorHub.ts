import {
  HttpTransportType,
  type HubConnection,
  HubConnectionBuilder,
  LogLevel,
} from "@microsoft/signalr";
import type { FloorBeat, FloorChange, FloorSnapshot } from "../contracts/floor";
import { backOffMs } from "../shared/backOff";

/** What the page is told by the hub of the floor. */
export interface FloorEars {
  onUp(): void;
  onDown(): void;
  onChange(change: FloorChange): void;
  onBeat(beat: FloorBeat): void;
}

/** What the page needs of the hub; the fake of the tests has the same shape. */
export interface FloorHub {
  start(ears: FloorEars): void;
  stop(): void;
  snapshot(): Promise<FloorSnapshot>;
}

/** Silence for so long is a dead link: beats come every second. */
const SILENT_MS = 4_000;

/** One SignalR connection to the floor that is kept up for as long as the page shows it. */
export class HubFloor implements FloorHub {
  private readonly connection: HubConnection;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private ears: FloorEars | null = null;
  private readonly onUnreachable: () => void;
  private attempts = 0;

  /** `onUnreachable` is called after each failed attempt, to ask whether we are still signed in. */
  constructor(url: string, onUnreachable: () => void) {
    this.onUnreachable = onUnreachable;
    this.connection = new HubConnectionBuilder()
      .withUrl(url, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .configureLogging(LogLevel.None) // What goes wrong is shown as stale.
      .build();
    this.connection.serverTimeoutInMilliseconds = SILENT_MS;
    this.connection.on("FloorChange", (change: FloorChange) => this.ears?.onChange(change));
    this.connection.on("FloorBeat", (beat: FloorBeat) => this.ears?.onBeat(beat));
    this.connection.onclose(() => this.onClosed());
  }

  start(ears: FloorEars): void {
    this.ears = ears;
    void this.connect();
  }

  stop(): void {
    this.ears = null;
    clearTimeout(this.retry);
    void this.connection.stop();
  }

  snapshot(): Promise<FloorSnapshot> {
    return this.connection.invoke<FloorSnapshot>("GetFloor");
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
