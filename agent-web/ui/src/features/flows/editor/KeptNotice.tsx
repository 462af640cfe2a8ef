import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { moment } from "../../../shared/time";
import type { KeptDraft } from "../localDraft";
import { sameGraph } from "../model/diff";
import { useCommands, useEditor } from "./editorContext";

/** Says that the drawing comes from this browser, and offers what the server has instead. */
export const KeptNotice = ({ kept }: { kept: KeptDraft | null }) => {
  const { t } = useTranslation();
  const commands = useCommands();
  const saved = useEditor((state) => state.saved);
  const [found] = useState(saved);
  const [isSeen, setSeen] = useState(false);
  // With the first saving the question has been answered.
  if (kept === null || isSeen || saved !== found) return null;
  const isOlder = !sameGraph(kept.base, found);
  return (
    <div className="row flow-kept" data-testid="flow-kept">
      <span className="grow">
        {t(isOlder ? "flow.keptOlder" : "flow.kept", { time: moment(kept.at) })}
      </span>
      <Button size="small" data-testid="flow-kept-keep" onClick={() => setSeen(true)}>
        {t("flow.keptGoOn")}
      </Button>
      <Button
        size="small"
        data-testid="flow-kept-drop"
        onClick={() => {
          commands.change(() => saved);
          setSeen(true);
        }}
      >
        {t("flow.keptDrop")}
      </Button>
    </div>
  );
};
