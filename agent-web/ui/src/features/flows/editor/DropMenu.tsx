import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Point } from "../model/graph";
import { useCommands } from "./editorContext";
import { NodePalette } from "./NodePalette";

/** A way let go over the bare canvas: from where, and to which place. */
export interface Dropped {
  screen: Point;
  at: Point;
  from: string;
  exit: string;
}

interface Props {
  dropped: Dropped | null;
  onClose: () => void;
}

const WIDTH = 360;
const HEIGHT = 410;

/** What shall stand where a way was let go? */
export const DropMenu = ({ dropped, onClose }: Props) => {
  const { t } = useTranslation();
  const commands = useCommands();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (dropped !== null) box.current?.querySelector("button")?.focus();
  }, [dropped]);
  if (dropped === null) return null;

  const { screen, at, from, exit } = dropped;
  const left = Math.min(screen.x, window.innerWidth - WIDTH - 8);
  const top = Math.min(screen.y, window.innerHeight - HEIGHT - 8);
  return (
    <div
      ref={box}
      className="flow-drop-menu"
      role="dialog"
      aria-label={t("flow.dropHere")}
      style={{ left, top, width: WIDTH, maxHeight: HEIGHT }}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || onClose()}
    >
      <NodePalette
        testId="flow-menu"
        isDraggable={false}
        onChoose={(type) => {
          commands.addBehind(type, { x: at.x, y: at.y - 20 }, from, exit);
          onClose();
        }}
      />
    </div>
  );
};
