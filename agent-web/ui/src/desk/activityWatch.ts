const SAID_EVERY_MS = 20_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** Tells of signs of life at the page, at most every twenty seconds. */
export class ActivityWatch {
  private readonly isWanted: () => boolean;
  private readonly onActivity: () => void;
  private saidAt = Number.NEGATIVE_INFINITY;

  constructor(isWanted: () => boolean, onActivity: () => void) {
    this.isWanted = isWanted;
    this.onActivity = onActivity;
  }

  start(): void {
    for (const sign of SIGNS) document.addEventListener(sign, this.notice, { passive: true });
    document.addEventListener("visibilitychange", this.look);
  }

  stop(): void {
    for (const sign of SIGNS) document.removeEventListener(sign, this.notice);
    document.removeEventListener("visibilitychange", this.look);
  }

  private readonly look = (): void => {
    if (document.visibilityState === "visible") this.notice();
  };

  private readonly notice = (): void => {
    const now = Date.now();
    if (now - this.saidAt < SAID_EVERY_MS || !this.isWanted()) return;
    this.saidAt = now;
    this.onActivity();
  };
}
