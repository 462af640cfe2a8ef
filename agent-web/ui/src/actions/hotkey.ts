/** What a key press has of interest; a KeyboardEvent is one. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Whether a press is this hotkey: `F4`, `Alt+R`, `Ctrl+K`, `Ctrl+Enter`. Letters are places on the keyboard, not
 * signs, so that they work in the Russian layout too. Right Alt, which types signs in some layouts, sets Ctrl as well
 * and is therefore never Alt alone.
 */
export const isHotkey = (hotkey: string, press: KeyPress): boolean => {
  const parts = hotkey.split("+");
  const name = parts.at(-1) ?? "";
  const code = /^[A-Z]$/.test(name) ? `Key${name}` : name;
  return (
    press.code === code &&
    press.altKey === parts.includes("Alt") &&
    press.ctrlKey === parts.includes("Ctrl") &&
    press.shiftKey === parts.includes("Shift") &&
    !press.metaKey
  );
};

/** Whether the agent is typing: then plain keys are his text and never a command. */
export const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable || element.matches("input, textarea, select"));
