import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { App as AntApp } from "antd";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../connection/api";
import { Problem } from "../../connection/restClient";
import type { Session } from "../../contracts/rest";
import { UserMenu } from "./UserMenu";

const session = { displayName: "Азиза Каримова", role: "agent" } as Session;
const signOut = vi.spyOn(api, "signOut");
const queries = new QueryClient();

const open = (isBlocked: boolean): HTMLElement => {
  queries.setQueryData(["session"], session);
  render(
    <AntApp>
      <QueryClientProvider client={queries}>
        <UserMenu session={session} isBlocked={isBlocked} />
      </QueryClientProvider>
    </AntApp>,
  );
  fireEvent.click(screen.getByTestId("user-menu"));
  return screen.getByTestId("sign-out");
};

beforeEach(() => {
  vi.clearAllMocks();
  signOut.mockResolvedValue();
});

describe("signing out", () => {
  it("ends the session", async () => {
    fireEvent.click(open(false));
    await waitFor(() => expect(queries.getQueryData(["session"])).toBeNull());
  });

  it("asks for the end of the call that is in hand, and leaves nobody alone", () => {
    const item = open(true);
    expect(item.textContent).toBe("Сначала завершите звонок");
    fireEvent.click(item);
    expect(signOut).not.toHaveBeenCalled();
  });

  it("asks for it as well when the server alone knows of a call", async () => {
    signOut.mockRejectedValue(new Problem("call-in-hand", 409));
    fireEvent.click(open(false));
    await screen.findByText("Сначала завершите звонок");
    expect(queries.getQueryData(["session"])).toEqual(session);
  });
});
