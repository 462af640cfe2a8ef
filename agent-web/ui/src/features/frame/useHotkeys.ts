import { App } from "antd";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import type { DeskAction } from "../../actions/action";
import { isHotkey } from "../../actions/hotkey";
import { useDeskSession } from "../../desk/deskContext";
import { deskStore } from "../../desk/deskStore";

export const PALETTE_HOTKEY = "Ctrl+K";

/** The keys of these actions, everywhere on the page: function keys and Alt or Ctrl combinations never type anything. */
export const useHotkeys = (catalog: readonly DeskAction[], onPalette: () => void): void => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { commands } = useDeskSession();

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
