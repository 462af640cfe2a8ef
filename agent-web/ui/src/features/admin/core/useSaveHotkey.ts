import { useEffect, useEffectEvent } from "react";
import { isHotkey } from "../../../actions/hotkey";

/** Saves from wherever the cursor stands; the browser's own Save As stays away. */
export const useSaveHotkey = (hotkey: string, save: () => void): void => {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isHotkey(hotkey, event)) return;
    event.preventDefault();
    save();
  });
  useEffect(() => {
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, []);
};
