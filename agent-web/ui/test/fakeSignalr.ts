import { vi } from "vitest";

type Handler = (value: never) => void;

/** The SignalR connection of the tests: it can be refused, lost, and says what it is told to say. */
export class FakeConnection {
  isRefused = false;
  snapshot: unknown = null;
  private readonly handlers = new Map<string, Handler>();
  private closed: () => void = () => {};

  on(name: string, handler: Handler): void {
    this.handlers.set(name, handler);
  }

  onclose(handler: () => void): void {
    this.closed = handler;
  }

  async start(): Promise<void> {
    if (this.isRefused) throw new Error("refused");
  }

  async stop(): Promise<void> {}

  async invoke(): Promise<unknown> {
    return this.snapshot;
  }

  /** The link breaks. */
  lose(): void {
    this.closed();
  }

  tell(name: string, value: unknown): void {
    this.handlers.get(name)?.(value as never);
  }
}

/** What `vi.mock("@microsoft/signalr")` gives instead: every builder builds this connection. */
export const signalrOf = (connection: FakeConnection): Record<string, unknown> => ({
  HttpTransportType: { WebSockets: 1 },
  LogLevel: { None: 6 },
  HubConnectionBuilder: vi.fn(function (this: Record<string, unknown>) {
    const builder = {
      withUrl: () => builder,
      configureLogging: () => builder,
      build: () => connection,
    };
    return builder;
  }),
});
