import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { App as AntApp } from "antd";
import { expect, it, vi } from "vitest";
import { promptsApi } from "../../../connection/promptsApi";
import { NewPrompt } from "./NewPrompt";

vi.mock("../core/adminContext", () => ({ useAdmin: () => ({ isReadOnly: false }) }));
// Something has been spoken already.
vi.mock("../../../audio/voiceRecorder", () => ({
  VoiceRecorder: class {
    state = {
      subscribe: (tell: (state: unknown) => void) => {
        tell({ kind: "done", url: "blob:1", sound: new Blob(["1"]) });
        return () => {};
      },
    };
    drop() {}
  },
}));

it("keeps a recording that was not taken while a sound in another language is", async () => {
  const upload = vi.spyOn(promptsApi, "upload").mockResolvedValue({} as never);
  const refresh = vi.fn(() => Promise.resolve());
  render(
    <AntApp>
      <NewPrompt rowOf={() => undefined} onChanged={refresh} />
    </AntApp>,
  );
  fireEvent.change(screen.getByPlaceholderText("Например: Приветствие"), {
    target: { value: "welcome" },
  });
  const card = (language: string) => within(screen.getByTestId(`sound-${language}`));
  for (const language of ["ru", "uz"]) fireEvent.click(card(language).getByText("Записать"));

  fireEvent.click(card("ru").getByText("Сохранить запись"));

  await waitFor(() => expect(refresh).toHaveBeenCalled());
  expect(card("ru").queryByText("Сохранить запись")).toBeNull();
  fireEvent.click(card("uz").getByText("Сохранить запись"));
  await waitFor(() =>
    expect(upload.mock.calls.map(([id, language]) => [id, language])).toEqual([
      ["welcome", "ru"],
      ["welcome", "uz"],
    ]),
  );
});
