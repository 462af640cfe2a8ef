/** A key as it is written on a button. */
export const KeyCap = ({ hotkey }: { hotkey: string | null }) =>
  hotkey === null ? null : <kbd className="keycap">{hotkey}</kbd>;
