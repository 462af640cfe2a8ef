import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { FlowNode } from "../../../contracts/flows";
import { SettingField } from "../fields/SettingField";
import { nodeOf } from "../model/graph";
import { isWarning } from "../model/problem";
import { NodeIcon } from "../NodeIcon";
import { nodeHint, nodeTitle, problemWords } from "../words";
import { ExitFields } from "./ExitFields";
import { useCommands, useDrawing, useEditor, useSurroundings } from "./editorContext";
import { FlowFields } from "./FlowFields";

/** The right-hand form: of the chosen node, of several, or of the flow itself. */
export const Inspector = () => {
  const { t } = useTranslation();
  const graph = useDrawing();
  const selected = useEditor((state) => state.selected);
  const commands = useCommands();
  const [only] = selected;
  const node = only === undefined ? undefined : nodeOf(graph, only);

  if (selected.length > 1) {
    return (
      <aside className="flow-inspector" data-testid="flow-inspector">
        <p>{t("flow.several", { count: selected.length })}</p>
        <Button danger data-testid="flow-delete" onClick={() => commands.remove(selected, [])}>
          {t("flow.delete")}
        </Button>
      </aside>
    );
  }
  return (
    <aside className="flow-inspector" data-testid="flow-inspector" data-node={node?.id ?? ""}>
      {node === undefined ? <FlowFields /> : <NodeForm key={node.id} node={node} />}
    </aside>
  );
};

const NodeForm = ({ node }: { node: FlowNode }) => {
  const { t } = useTranslation();
  const { catalog, problemsByNode } = useSurroundings();
  const isStart = useEditor((state) => state.drawing.present.start === node.id);
  const commands = useCommands();
  const type = catalog.get(node.type);
  const problems = problemsByNode.get(node.id) ?? [];
  const general = problems.filter(({ setting, exit }) => setting === null && exit === null);

  return (
    <>
      <div className="row">
        <NodeIcon type={node.type} />
        <b className="grow clip">{nodeTitle(node)}</b>
        <span className="faint">{node.id}</span>
      </div>
      <p className="flow-about">{nodeHint(node.type)}</p>
      {general.map((problem) => (
        <p key={problem.code} className={isWarning(problem) ? "flow-mild" : "flow-fault"}>
          {problemWords(problem, node.type)}
        </p>
      ))}
      {(type?.settings ?? []).map((setting) => (
        <SettingField
          key={setting.key}
          node={node}
          setting={setting}
          problem={problems.find((each) => each.setting === setting.key)}
          onChange={(value) => commands.set(node, setting.key, value)}
        />
      ))}
      <ExitFields node={node} type={type} problems={problems} />
      <div className="row flow-inspector-foot">
        <Button
          size="small"
          disabled={isStart}
          data-testid="flow-make-start"
          onClick={() => commands.startAt(node.id)}
        >
          {t(isStart ? "flow.isStart" : "flow.makeStart")}
        </Button>
        <span className="grow" />
        <Button
          size="small"
          danger
          data-testid="flow-delete"
          onClick={() => commands.remove([node.id], [])}
        >
          {t("flow.delete")}
        </Button>
      </div>
    </>
  );
};
