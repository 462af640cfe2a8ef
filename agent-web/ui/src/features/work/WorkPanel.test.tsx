import { act, fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import snapshotSaid from "../../../../../tests/wire/work-snapshot.json";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import type { WorkSnapshot } from "../../contracts/work";
import { deskStore } from "../../desk/deskStore";
import { foldSnapshot, noWork } from "./model/agentWork";
import { WorkList } from "./WorkPanel";
import { useWork } from "./workStore";

const snapshot = snapshotSaid as unknown as WorkSnapshot;

const open = (mayPick: boolean) => {
  const [queue] = snapshot.queues;
  const [caller] = snapshot.callers;
  if (queue === undefined || caller === undefined) throw new Error("The golden file is empty");
  const { assignedTo: _, assignedUntil: __, ...free } = caller;
  const known = { ...snapshot, queues: [{ ...queue, mayPick }], callers: [free] };
  useWork.setState(foldSnapshot({ ...noWork, isLinkUp: true }, known, Date.now()), true);
  deskStore.setState(workingState());
  const { desk, hub } = openDesk();
  hub.start();
  show(desk, <WorkList me="me" />);
  return { hub, take: `take-${caller.interactionId}`, row: `work-${caller.interactionId}` };
};

it("takes whom the agent chooses", async () => {
  const { hub, take } = open(true);
  await act(async () => void fireEvent.click(screen.getByTestId(take)));
  expect(hub.names()).toEqual(["Pick"]);
});

it("offers nobody where the queue does not allow it, and shows them all the same", () => {
  const { take, row } = open(false);
  expect(screen.queryByTestId(take)).toBeNull();
  expect(screen.getByTestId(row).dataset.state).toBe("waiting");
});
