import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { App as AntApp } from "antd";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { systemsApi } from "../../../connection/systemsApi";
import type { DeadLetters as Letters, WebHook } from "../../../contracts/systems";
import { DeadLetters } from "./DeadLetters";

const AT = "2026-07-14T09:30:15Z";
const CALL = "1".repeat(32);
const hook = { id: "2".repeat(32) } as WebHook;
const letter = {
  sequence: 12,
  subjectId: CALL,
  type: "call.ended",
  failure: "HTTP 500",
  failedAt: AT,
  isWantedAgain: false,
};
const nothing: Letters = { items: [letter], redelivered: [], forgotten: 0, forgottenAt: null };
const letters = vi.spyOn(systemsApi, "deadLetters");
const redeliver = vi.spyOn(systemsApi, "redeliver");

const open = (): void => {
  render(
    <AntApp>
      <QueryClientProvider client={new QueryClient()}>
        <DeadLetters hook={hook} onChanged={() => {}} />
      </QueryClientProvider>
    </AntApp>,
  );
};

beforeEach(() => {
  vi.clearAllMocks();
  letters.mockResolvedValue(nothing);
  redeliver.mockResolvedValue({ count: 1 });
});

describe("what a web hook did not take", () => {
  it("says that it was not taken again, with the status and the time", async () => {
    open();
    await screen.findByText("HTTP 500");
    const sent = { ...letter, failure: "HTTP 503", at: AT };
    letters.mockResolvedValue({ ...nothing, redelivered: [sent] });
    fireEvent.click(screen.getByTestId("redeliver"));
    const again = await screen.findByTestId("failed-again");
    expect(again.textContent).toContain("HTTP 503");
    expect(again.textContent).toContain(new Date(AT).toLocaleString());
    expect(redeliver).toHaveBeenCalledWith(hook.id, CALL);
  });

  it("names what was delivered after all, which lies there no more", async () => {
    const sent = { ...letter, failure: null, at: AT };
    letters.mockResolvedValue({ ...nothing, items: [], redelivered: [sent] });
    open();
    expect((await screen.findByTestId("letters-taken")).textContent).toContain("№ 12, call.ended");
    expect(screen.queryByTestId("letters-forgotten")).toBeNull();
  });

  it("says how many old ones had no place", async () => {
    letters.mockResolvedValue({ ...nothing, forgotten: 3, forgottenAt: AT });
    open();
    await waitFor(() =>
      expect(screen.getByTestId("letters-forgotten").textContent).toContain("самые старые, 3"),
    );
  });
});
