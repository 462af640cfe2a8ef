import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router-dom";
import type { Session } from "../../../contracts/rest";
import { flowsOf, useNodeTypes, useRules } from "../flowQueries";
import { FlowEditor } from "./FlowEditor";

/** Waits for the flow and the catalog, then opens the editor. */
export const FlowEditorPage = ({ session }: { session: Session }) => {
  const { t } = useTranslation();
  const { flowId = "" } = useParams();
  const rules = useRules();
  const types = useNodeTypes();
  const rule = flowsOf(rules.data).find((flow) => flow.id === flowId);

  if (rule !== undefined && types.data !== undefined) {
    return <FlowEditor key={flowId} rule={rule} types={types.data} employee={session.employeeId} />;
  }
  if (rules.isError || types.isError) {
    return (
      <p className="soft" data-testid="flow-failed">
        {t("flows.loadFailed")}
      </p>
    );
  }
  if (rules.data === undefined || types.data === undefined) {
    return <p className="faint">{t("session.loading")}</p>;
  }
  return (
    <p className="soft" data-testid="flow-none">
      {t("flow.none", { id: flowId })} <Link to="/flows">{t("flows.title")}</Link>
    </p>
  );
};
