import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { App as AntApp } from "antd";
import { MemoryRouter } from "react-router-dom";
import { beforeEach, describe, expect, it, vi } from "vitest";
import snapshotSaid from "../../../../../tests/wire/floor-snapshot.json";
import type { FakeConnection } from "../../../test/fakeSignalr";
import { api } from "../../connection/api";
import { floorApi } from "../../connection/floorApi";
import type { FloorAgent, FloorSnapshot } from "../../contracts/floor";
import type { Session } from "../../contracts/rest";
import { useSession } from "../frame/session";
import { FloorPage } from "./FloorPage";
import { noFilters } from "./model/view";
import { prefer } from "./preferences";

const hub = vi.hoisted(() => ({ connection: null as unknown }));
vi.mock("@microsoft/signalr", async () => {
  const fake = await import("../../../test/fakeSignalr");
  hub.connection = new fake.FakeConnection();
  return fake.signalrOf(hub.connection as FakeConnection);
});
const connection = (): FakeConnection => hub.connection as FakeConnection;

// The golden file of the server, with a second agent who is in no group.
const said = snapshotSaid as unknown as FloorSnapshot;
const [aziza] = said.agents as [FloorAgent];
const bobur: FloorAgent = {
  ...aziza,
  id: "b".repeat(32),
  setUp: { ...aziza.setUp, name: "Бобур Рахимов", groups: [] },
};
const session = { employeeId: "c".repeat(32), role: "supervisor" } as Session;
const changeState = vi.spyOn(floorApi, "changeState");

const Page = () => {
  const { data } = useSession();
  return data == null ? <p>signed out</p> : <FloorPage session={data} />;
};
const open = async (): Promise<void> => {
  render(
    <AntApp>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <Page />
        </MemoryRouter>
      </QueryClientProvider>
    </AntApp>,
  );
};
const chooseAll = async (): Promise<void> => {
  const table = await screen.findByTestId("status-agents");
  const [all] = within(table).getAllByRole("checkbox");
  if (all === undefined) throw new Error("Nobody can be chosen.");
  fireEvent.click(all);
};
const state = (): HTMLElement => screen.getByTestId("agents-state");
const pick = async (words: string): Promise<void> => {
  fireEvent.mouseEnter(state());
  fireEvent.click(await screen.findByText(words));
};

beforeEach(() => {
  vi.clearAllMocks();
  connection().isRefused = false;
  connection().snapshot = { ...said, agents: [aziza, bobur], callers: [] };
  vi.spyOn(api, "session").mockResolvedValue(session);
  vi.spyOn(floorApi, "preference").mockResolvedValue({});
  vi.spyOn(floorApi, "keepPreference").mockResolvedValue(undefined as never);
  vi.spyOn(floorApi, "definitions").mockResolvedValue([]);
  changeState.mockResolvedValue({ items: [] } as never);
  act(() => prefer({ filters: noFilters }));
});

describe("the floor", () => {
  it("does nothing to an agent whom a filter hides, chosen or not", async () => {
    await open();
    await chooseAll();
    await waitFor(() => expect(state().textContent).toContain("(2)"));

    act(() => prefer({ filters: { ...noFilters, text: "бобур" } }));
    expect(state().textContent).toContain("(1)");
    await pick("Готов");

    await waitFor(() => expect(changeState).toHaveBeenCalledWith([bobur.id], "ready", null));
    expect(changeState).toHaveBeenCalledTimes(1);
  });

  it("asks before it signs agents out", async () => {
    await open();
    await chooseAll();
    await pick("Вывести из системы");
    expect(changeState).not.toHaveBeenCalled();

    await screen.findAllByText("Вывести из системы: 2");
    fireEvent.click(document.getElementById("sure") as HTMLElement);

    await waitFor(() =>
      expect(changeState).toHaveBeenCalledWith([aziza.id, bobur.id], "signOut", null),
    );
  });

  it("asks whether somebody is still signed in whenever its hub cannot be reached", async () => {
    await open();
    await screen.findByTestId("status-agents");
    const before = vi.mocked(api.session).mock.calls.length;
    connection().isRefused = true;
    vi.mocked(api.session).mockResolvedValue(null);

    act(() => connection().lose());

    await screen.findByText("signed out", undefined, { timeout: 5_000 });
    expect(vi.mocked(api.session).mock.calls.length).toBeGreaterThan(before);
  });
});
