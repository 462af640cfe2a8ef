import { cleanup, fireEvent, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import { agentView, callView } from "../../../test/fakeHub";
import { deskStore } from "../../desk/deskStore";
import { strandedDrafts } from "../../desk/wrapUpDraft";
import { WrapUpForm } from "./WrapUpForm";

const agent = agentView({ status: "wrapUp", reason: null, until: "2026-01-01T00:02:00Z" });
const wrapUp = (call = callView({ stage: "wrapping-up" })) => {
  const state = workingState();
  deskStore.setState({ ...state, desk: { ...state.desk, agent, call } });
};
const note = (): HTMLTextAreaElement => screen.getByTestId("wrap-up-note");

describe("the wrap-up form", () => {
  it("keeps what was typed over a reload of the page", () => {
    wrapUp();
    const { desk } = openDesk();
    show(desk, <WrapUpForm />);
    fireEvent.change(note(), { target: { value: "обещали пересчёт" } });

    cleanup();
    show(openDesk().desk, <WrapUpForm />);
    expect(note().value).toBe("обещали пересчёт");
  });

  it("keeps one call's words apart from the next one's", () => {
    wrapUp();
    show(openDesk().desk, <WrapUpForm />);
    fireEvent.change(note(), { target: { value: "о первом" } });

    cleanup();
    wrapUp(callView({ interactionId: "2".repeat(32) }));
    show(openDesk().desk, <WrapUpForm />);
    expect(note().value).toBe("");
    expect(strandedDrafts(agent.agentId, "2".repeat(32))).toMatchObject([{ note: "о первом" }]);
  });

  it("saves with Ctrl+Enter from inside the note", () => {
    wrapUp();
    const { desk, hub } = openDesk();
    hub.start();
    show(desk, <WrapUpForm />);
    fireEvent.change(note(), { target: { value: "готово" } });
    fireEvent.keyDown(note(), { code: "Enter", key: "Enter", ctrlKey: true });
    expect(hub.names()).toEqual([]);
    return Promise.resolve().then(() => expect(hub.names()).toEqual(["RecordWrapUp"]));
  });

  it("asks for more time with a reason, once the queue allows it", async () => {
    wrapUp();
    const state = deskStore.getState();
    const prolongable = { ...agent, wrapUpExtensionSeconds: 60 };
    deskStore.setState({ desk: { ...state.desk, agent: prolongable } });
    const { desk, hub } = openDesk();
    hub.start();
    show(desk, <WrapUpForm />);
    fireEvent.click(screen.getByTestId("wrap-up-extend"));
    const confirm = screen.getByTestId<HTMLButtonElement>("extend-confirm");
    expect(confirm.disabled).toBe(true);
    fireEvent.change(screen.getByTestId("extend-reason"), { target: { value: " договор " } });
    fireEvent.click(confirm);
    await Promise.resolve();
    expect(hub.sent).toMatchObject([
      { name: "ExtendWrapUp", rest: [callView().interactionId, "договор"] },
    ]);
  });

  it("has no button for more time where there is none to have", () => {
    wrapUp();
    show(openDesk().desk, <WrapUpForm />);
    expect(screen.queryByTestId("wrap-up-extend")).toBeNull();
  });

  it("can be written in a talk and saved only after it", () => {
    wrapUp(callView());
    show(openDesk().desk, <WrapUpForm />);
    fireEvent.change(note(), { target: { value: "пишу во время разговора" } });
    expect(note().value).toBe("пишу во время разговора");
    expect(screen.getByTestId<HTMLButtonElement>("wrap-up-finish").disabled).toBe(true);
  });
});
