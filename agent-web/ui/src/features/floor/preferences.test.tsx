import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { floorApi } from "../../connection/floorApi";
import { prefer, useKeptPreferences } from "./preferences";

const Floor = () => <p>{String(useKeptPreferences())}</p>;

it("keeps what was changed a moment before the floor is left, also when an attempt failed", async () => {
  vi.spyOn(floorApi, "preference").mockResolvedValue({});
  const keep = vi.spyOn(floorApi, "keepPreference").mockRejectedValueOnce(new Error("away"));
  keep.mockResolvedValue(undefined as never);
  const { unmount, findByText } = render(
    <QueryClientProvider client={new QueryClient()}>
      <Floor />
    </QueryClientProvider>,
  );
  await findByText("true");

  act(() => prefer({ groupBy: "queue" }));
  await waitFor(() => expect(keep).toHaveBeenCalledTimes(1), { timeout: 5_000 });
  unmount();

  expect(keep).toHaveBeenLastCalledWith("floor", expect.objectContaining({ groupBy: "queue" }));
  expect(keep).toHaveBeenCalledTimes(2);
});
