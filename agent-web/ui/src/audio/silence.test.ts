import { describe, expect, it } from "vitest";
import { type Moment, SilenceJudge } from "./silence";

const judge = new SilenceJudge();
let nowMs = 0;
const live = (moment: Moment, seconds: number): boolean => {
  for (let second = 0; second < seconds; second++) {
    nowMs += 1_000;
    judge.take(moment, nowMs);
  }
  return judge.isSilent;
};
const begin = (): void => {
  judge.forget();
  nowMs = 0;
};

describe("a microphone", () => {
  it("is silent when it was never heard for half a minute", () => {
    begin();
    expect(live("zeros", 30)).toBe(false);
    expect(live("zeros", 1)).toBe(true);
  });

  it("may rest behind a noise gate for three minutes once it was heard", () => {
    begin();
    live("sound", 1);
    expect(live("zeros", 180)).toBe(false);
    expect(live("zeros", 1)).toBe(true);
  });

  it("is heard again with the first sound", () => {
    begin();
    live("zeros", 60);
    expect(live("sound", 1)).toBe(false);
  });

  it("that says itself that it is switched off is believed at once", () => {
    begin();
    live("sound", 5);
    expect(live("switched-off", 1)).toBe(true);
    expect(live("sound", 1)).toBe(false);
  });

  it("is not judged by a time in which nobody listened", () => {
    begin();
    live("zeros", 25);
    live(null, 60);
    expect(live("zeros", 25)).toBe(false);
  });
});
