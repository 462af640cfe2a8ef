import { Button, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { FlowRule } from "../../../contracts/flows";
import { FlowStateTag } from "../FlowStateTag";
import { isWarning } from "../model/problem";
import { stateOf } from "../model/state";
import { useCommands, useDrawing, useEditor, useSurroundings } from "./editorContext";
import type { FlowCommands } from "./useFlowCommands";

interface Props {
  rule: FlowRule;
  commands: FlowCommands;
  isKept: boolean;
  isLive: boolean;
  onLive: (isOn: boolean) => void;
  areProblemsOpen: boolean;
  onProblems: () => void;
  onLayout: () => void;
  onHistory: () => void;
  onTestCall: () => void;
}

/** What can be done with the flow as a whole. */
export const EditorToolbar = (props: Props) => {
  const { rule, commands, isKept, isLive, onLive } = props;
  const { t } = useTranslation();
  const { problems } = useSurroundings();
  const graph = useDrawing();
  const editor = useCommands();
  const isDirty = useEditor((state) => state.isDirty);
  const canUndo = useEditor((state) => state.drawing.past.length > 0);
  const canRedo = useEditor((state) => state.drawing.future.length > 0);
  return (
    <div className="row flow-toolbar">
      <Link to="/flows" data-testid="flow-back">
        {t("flows.title")}
      </Link>
      <b className="clip flow-title">{graph.name || rule.id}</b>
      <FlowStateTag state={stateOf(rule)} />
      <span className="grow" />
      <Button size="small" disabled={!canUndo} data-testid="flow-undo" onClick={editor.undo}>
        {t("flow.undo")}
      </Button>
      <Button size="small" disabled={!canRedo} data-testid="flow-redo" onClick={editor.redo}>
        {t("flow.redo")}
      </Button>
      <Button size="small" data-testid="flow-layout" onClick={props.onLayout}>
        {t("flow.layout")}
      </Button>
      <Button
        size="small"
        danger={problems.some((problem) => !isWarning(problem))}
        data-testid="flow-problems-button"
        data-count={problems.length}
        aria-expanded={props.areProblemsOpen}
        onClick={props.onProblems}
      >
        {t("flow.problems", { count: problems.length })}
      </Button>
      <span className="row flow-live">
        <Switch
          size="small"
          checked={isLive}
          data-testid="flow-live"
          aria-label={t("flow.live")}
          onChange={onLive}
        />
        {t("flow.live")}
      </span>
      <Button size="small" data-testid="flow-history" onClick={props.onHistory}>
        {t("flow.history")}
      </Button>
      <Button size="small" data-testid="flow-test-call" onClick={props.onTestCall}>
        {t("flow.testCall")}
      </Button>
      <Button
        size="small"
        disabled={!isDirty}
        loading={commands.busy === "save"}
        title={t(isKept ? "flow.keptHere" : "flow.notKept")}
        data-testid="flow-save"
        data-dirty={isDirty}
        onClick={() => void commands.save()}
      >
        {t(isDirty ? "flow.save" : "flow.saved")}
      </Button>
      <Button
        size="small"
        type="primary"
        loading={commands.busy === "publish"}
        data-testid="flow-publish"
        onClick={() => void commands.publish()}
      >
        {t("flow.publish")}
      </Button>
    </div>
  );
};
