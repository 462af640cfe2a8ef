import { describe, expect, it } from "vitest";
import { actionCatalog } from "./catalog";
import { isHotkey, isTyping, type KeyPress } from "./hotkey";

const press = (code: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key: code,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...part,
});

describe("a hotkey", () => {
  it("is a place on the keyboard, so that it works in the Russian layout", () => {
    expect(isHotkey("Alt+R", press("KeyR", { key: "к", altKey: true }))).toBe(true);
  });

  it("wants exactly its modifiers", () => {
    expect(isHotkey("F4", press("F4"))).toBe(true);
    expect(isHotkey("F4", press("F4", { altKey: true }))).toBe(false);
    expect(isHotkey("Alt+R", press("KeyR", { altKey: true, ctrlKey: true }))).toBe(false);
  });

  it("never is a key that types: a note cannot set off a command", () => {
    for (const { hotkey } of actionCatalog(["break"])) {
      expect(hotkey ?? "F2").toMatch(/^(F\d+|(Alt|Ctrl)\+.+)$/);
    }
  });

  it("never is one that a browser keeps for itself: its address, its menus, help, search, reload", () => {
    const browsers = ["Alt+D", "Alt+E", "Alt+F", "F1", "F3", "F5", "F6", "F7", "F10", "F11", "F12"];
    const ours = actionCatalog(["break"]).flatMap(({ hotkey }) => hotkey ?? []);
    expect(ours.filter((hotkey) => browsers.includes(hotkey))).toEqual([]);
  });

  it("knows when the agent is typing", () => {
    expect(isTyping(document.createElement("textarea"))).toBe(true);
    expect(isTyping(document.createElement("button"))).toBe(false);
    expect(isTyping(null)).toBe(false);
  });
});
