import { App } from "antd";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { isHotkey } from "../../actions/hotkey";
import { useDeskSession } from "../../desk/deskContext";
import { deskStore } from "../../desk/deskStore";
import { useCatalog } from "./deskOptions";

export const PALETTE_HOTKEY = "Ctrl+K";

/** Every action's key, everywhere on the desk: function keys and Alt or Ctrl combinations never type anything. */
export const useHotkeys = (onPalette: () => void): void => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { commands } = useDeskSession();
  const catalog = useCatalog();

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat) return;
    if (isHotkey(PALETTE_HOTKEY, event)) {
      event.preventDefault();
      onPalette();
      return;
    }
    const state = deskStore.getState();
    for (const action of catalog) {
      if (action.hotkey === null || !isHotkey(action.hotkey, event)) continue;
      event.preventDefault();
      const availability = action.availability(state);
      if (availability.kind === "absent") continue;
      if (availability.kind === "available") availability.run(commands);
      else void message.warning({ content: t(availability.why), key: action.name });
      return;
    }
  });

  useEffect(() => {
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, []);
};
