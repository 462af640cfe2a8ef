import { describe, expect, it, vi } from "vitest";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import { agentView, callView } from "../../../test/fakeHub";
import { deskStore } from "../../desk/deskStore";
import { useOfferAttention } from "./useOfferAttention";

const Attention = () => {
  useOfferAttention();
  return null;
};

const rings = (isAutoAnswered: boolean): boolean => {
  const state = workingState();
  const agent = agentView({ status: "reserved", reason: null, isAutoAnswered });
  const call = callView({ stage: "offered" });
  deskStore.setState({ ...state, desk: { ...state.desk, agent, call } });
  const { desk } = openDesk();
  const ring = vi.spyOn(desk.ringer, "start").mockImplementation(() => {});
  show(desk, <Attention />);
  return ring.mock.calls.length > 0;
};

describe("an offer", () => {
  it("rings", () => expect(rings(false)).toBe(true));

  it("that is answered by the server does not", () => expect(rings(true)).toBe(false));
});
