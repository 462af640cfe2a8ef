import { Button, Checkbox, Popover } from "antd";
import { useTranslation } from "react-i18next";
import { FigureName } from "../figures/definitions";
import { wordsOfColumn } from "./columnWords";
import {
  agentColumnCodes,
  prefer,
  queueColumnCodes,
  usePreferences,
  workColumnCodes,
} from "./preferences";

/** Which columns are shown, and in which order. */
export const ColumnChoice = ({ hasWork }: { hasWork: boolean }) => {
  const { t } = useTranslation();
  const { agentColumns, queueColumns, workColumns } = usePreferences();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="floor-columns">
          <Columns
            title={t("centre.agents")}
            all={agentColumnCodes}
            shown={agentColumns}
            onChange={(codes) => prefer({ agentColumns: codes })}
          />
          <Columns
            title={t("centre.queues")}
            all={queueColumnCodes}
            shown={queueColumns}
            onChange={(codes) => prefer({ queueColumns: codes })}
          />
          {hasWork ? (
            <Columns
              title={t("work.title")}
              all={workColumnCodes}
              shown={workColumns}
              onChange={(codes) => prefer({ workColumns: codes })}
            />
          ) : null}
        </div>
      }
    >
      <Button size="small" data-testid="columns">
        {t("floor.columns")}
      </Button>
    </Popover>
  );
};

interface ColumnsProps {
  title: string;
  all: readonly string[];
  shown: readonly string[];
  onChange: (codes: string[]) => void;
}

/** One list of columns: ticked and moved. */
export const Columns = ({ title, all, shown, onChange }: ColumnsProps) => {
  const { t } = useTranslation();
  const move = (code: string, by: number): void => {
    const at = shown.indexOf(code);
    const next = shown.filter((each) => each !== code);
    next.splice(at + by, 0, code);
    onChange(next);
  };
  return (
    <div>
      <b className="panel-title">{title}</b>
      {[...shown, ...all.filter((code) => !shown.includes(code))].map((code) => {
        const at = shown.indexOf(code);
        return (
          <div key={code} className="row">
            <Checkbox
              checked={at >= 0}
              data-testid={`column-${code}`}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...shown, code] : shown.filter((each) => each !== code),
                )
              }
            />
            <span className="grow">
              <ColumnName code={code} />
            </span>
            <Button
              size="small"
              type="text"
              disabled={at <= 0}
              aria-label={t("floor.earlier")}
              onClick={() => move(code, -1)}
            >
              ↑
            </Button>
            <Button
              size="small"
              type="text"
              disabled={at < 0 || at === shown.length - 1}
              aria-label={t("floor.later")}
              onClick={() => move(code, 1)}
            >
              ↓
            </Button>
          </div>
        );
      })}
    </div>
  );
};

const ColumnName = ({ code }: { code: string }) => {
  const { t } = useTranslation();
  const words = wordsOfColumn[code];
  return words === undefined ? <FigureName code={code} /> : t(words);
};
