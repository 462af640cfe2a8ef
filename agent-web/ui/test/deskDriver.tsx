import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { App as AntApp } from "antd";
import type { ReactNode } from "react";
import { Microphone } from "../src/audio/microphone";
import { SipPhone } from "../src/connection/sipPhone";
import { emptyDesk } from "../src/desk/desk";
import { DeskProvider } from "../src/desk/deskContext";
import { DeskSession } from "../src/desk/deskSession";
import { type DeskState, deskStore, initialDeskState } from "../src/desk/deskStore";
import { agentView, FakeHub } from "./fakeHub";

/** A state in which everything works and nobody calls, changed by `part`. */
export const workingState = (part: Partial<DeskState> = {}): DeskState => ({
  ...initialDeskState(),
  link: { kind: "online" },
  registration: "registered",
  audioSession: { kind: "up", isFlowing: true },
  microphone: { kind: "works", label: "" },
  desk: { ...emptyDesk, needsSnapshot: false, agent: agentView({ status: "ready", reason: null }) },
  ...part,
});

/** A desk whose server is in the test, whose microphone works and whose telephone never registers. */
export const openDesk = (): { desk: DeskSession; hub: FakeHub; microphone: Microphone } => {
  const hub = new FakeHub();
  const microphone = new Microphone();
  const phone = new SipPhone(
    () => new Promise(() => {}),
    () => null,
  );
  const desk = new DeskSession(hub, phone, microphone, deskStore);
  return { desk, hub, microphone };
};

export const show = (desk: DeskSession, screen: ReactNode): void => {
  render(
    <AntApp>
      <QueryClientProvider client={new QueryClient()}>
        <DeskProvider value={desk}>{screen}</DeskProvider>
      </QueryClientProvider>
    </AntApp>,
  );
};
