import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { languages } from "../../../i18n/i18n";
import { useCommands, useDrawing, useSurroundings } from "./editorContext";

/** What is set of the flow itself, and how to draw; seen while no node is chosen. */
export const FlowFields = () => {
  const { t } = useTranslation();
  const { references } = useSurroundings();
  const graph = useDrawing();
  const commands = useCommands();
  return (
    <>
      <div className="flow-field">
        <span>{t("flows.name")}</span>
        <Input
          maxLength={80}
          value={graph.name}
          aria-label={t("flows.name")}
          data-testid="flow-name"
          onChange={(event) => commands.rename(event.target.value)}
        />
      </div>
      <div className="flow-field">
        <span>{t("flows.language")}</span>
        <Select
          value={graph.language}
          data-testid="flow-language"
          aria-label={t("flows.language")}
          options={languages.map((each) => ({ value: each, label: t(`language.${each}`) }))}
          onChange={(language) => commands.change((drawn) => ({ ...drawn, language }))}
        />
      </div>
      <div className="flow-field">
        <span>{t("flow.fallback")}</span>
        <Select
          value={graph.fallbackQueue ?? null}
          data-testid="flow-fallback"
          aria-label={t("flow.fallback")}
          placeholder={t("flow.fallbackNone")}
          allowClear
          options={(references.queue ?? []).map(({ id, name }) => ({
            value: id,
            label: <span data-testid={`flow-fallback-${id}`}>{name}</span>,
          }))}
          onChange={(queue: string | null | undefined) =>
            commands.change((drawn) => ({ ...drawn, fallbackQueue: queue ?? null }))
          }
        />
        <small className="faint">{t("flow.fallbackHint")}</small>
      </div>
      <h3 className="panel-title">{t("flow.howTo")}</h3>
      <ul className="flow-how-to">
        <li>{t("flow.howTo.add")}</li>
        <li>{t("flow.howTo.connect")}</li>
        <li>{t("flow.howTo.select")}</li>
        <li>{t("flow.howTo.keys")}</li>
      </ul>
    </>
  );
};
