import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import { deskStore } from "../../desk/deskStore";
import { Preflight } from "./Preflight";

const stateOf = (id: string) => screen.getByTestId(`check-${id}`).dataset.state;

beforeEach(() => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response("", { status: 200 })),
  );
});

const open = (isHeard: boolean): void => {
  const { desk, hub } = openDesk();
  hub.start();
  show(desk, <Preflight isHeard={isHeard} />);
};

describe("the check before the first call, in the page", () => {
  it("tells what is good and what it waits for", async () => {
    deskStore.setState({ ...workingState(), registration: "registered" });
    open(false);

    await vi.waitFor(() => expect(stateOf("server")).toBe("good"));
    expect(stateOf("telephone")).toBe("good");
    expect(stateOf("microphone")).toBe("waiting");
    expect(screen.getByTestId("check-microphone").textContent).toContain("Скажите что-нибудь");
  });

  it("says what to do when the telephone cannot register", () => {
    deskStore.setState({ ...workingState(), registration: "away" });
    open(true);

    expect(stateOf("telephone")).toBe("bad");
    expect(screen.getByTestId("check-telephone").textContent).toContain("администратору");
  });
});
