import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import type { FakeHub } from "../../../test/fakeHub";
import type { ShownNumber } from "../../contracts/hub";
import { deskStore } from "../../desk/deskStore";
import { DialField } from "./DialField";

let hub: FakeHub;
const type = (value: string): void => {
  fireEvent.change(screen.getByTestId("dial-number"), { target: { value } });
};
const shown = (): HTMLElement | null => screen.queryByTestId("dial-shown");
const byRule: ShownNumber = { number: "+998712000000", rule: "Своя сеть", refusal: null };

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  deskStore.setState(workingState());
  const opened = openDesk();
  hub = opened.hub;
  hub.shown = () => byRule;
  show(opened.desk, <DialField />);
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the number that will be shown", () => {
  it("is said with its rule once somebody has stopped typing, asked for once", async () => {
    for (const typed of ["9", "90", "901", "9012"]) type(typed);
    await waitFor(() => expect(shown()?.textContent).toBe("Увидят номер: +998 71 200-00-00"));
    expect(shown()?.title).toBe("По правилу «Своя сеть»");
    expect(hub.numbersAsked).toEqual(["9012"]);
  });

  it("is never that of another number", async () => {
    type("901234567");
    await waitFor(() => expect(shown()).not.toBeNull());
    hub.shown = () => new Promise(() => {});
    type("931234567");
    expect(shown()).toBeNull();
    await waitFor(() => expect(hub.numbersAsked).toContain("931234567"));
    expect(shown()).toBeNull();
  });

  it("follows rules that change while a number stands there", async () => {
    type("901234567");
    await waitFor(() => expect(shown()).not.toBeNull());
    hub.shown = () => ({ number: "1000", rule: null, refusal: null });
    await vi.advanceTimersByTimeAsync(5_000);
    await waitFor(() => expect(shown()?.textContent).toBe("Увидят номер: 1000"));
    expect(shown()?.title).toContain("ни одно правило");
  });

  it("is not said while the server is away, nor of what is no number", async () => {
    hub.shown = () => ({ number: null, rule: null, refusal: "badInput" });
    type("9012345678901234567");
    await waitFor(() => expect(hub.numbersAsked).toHaveLength(1));
    expect(shown()).toBeNull();
    type("12");
    deskStore.setState({ link: { kind: "away", since: 0, attempts: 1 } });
    type("901234567");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(hub.numbersAsked).toHaveLength(1);
  });

  it("says before the call that a number may not be called", async () => {
    hub.shown = () => ({ number: null, rule: null, refusal: "numberBlocked" });
    type("901234567");
    await waitFor(() => expect(shown()?.className).toContain("is-refused"));
  });
});
