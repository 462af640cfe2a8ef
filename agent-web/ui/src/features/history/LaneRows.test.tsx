import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { LaneSpan, RecordingLane } from "../../contracts/rest";
import { startI18n } from "../../i18n/i18n";
import { LaneRows } from "./LaneRows";

const span = (heard: LaneSpan["heard"], fromSeconds: number, toSeconds: number): LaneSpan => ({
  heard,
  fromSeconds,
  toSeconds,
});
const lanes: RecordingLane[] = [
  { role: "client", name: null, isRecorded: true, spans: [span("talks", 0, 20)] },
  { role: "agent", name: "Азиза Каримова", isRecorded: false, spans: [span("talks", 5, 12)] },
  {
    role: "supervisor",
    name: "Дильноза Юлдашева",
    isRecorded: false,
    spans: [span("listens", 8, 12), span("talks", 12, 20)],
  },
];

const shown = async (at: number, onSeek = vi.fn()) => {
  await startI18n();
  render(
    <LaneRows
      lanes={lanes}
      channels={{ left: [], right: [] }}
      seconds={20}
      at={at}
      onSeek={onSeek}
    />,
  );
  return onSeek;
};
const heardNow = (): (string | undefined)[] =>
  screen
    .getAllByTestId("lane")
    .filter(({ dataset }) => dataset.heard === "true")
    .map(({ dataset }) => dataset.role);

it("marks whoever is heard under the play head, and nobody who only listens", async () => {
  await shown(9);
  expect(heardNow()).toEqual(["client", "agent"]);
});

it("marks the supervisor once he has taken the talk over", async () => {
  await shown(13);
  expect(heardNow()).toEqual(["client", "supervisor"]);
});

it("jumps to where somebody begins, and says who, how and when", async () => {
  const onSeek = await shown(0);
  fireEvent.click(screen.getByLabelText("Дильноза Юлдашева: в разговоре, 0:12–0:20"));
  expect(onSeek).toHaveBeenCalledWith(12);
});
