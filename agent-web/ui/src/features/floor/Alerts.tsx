import { Badge, Button, InputNumber, Popover, Switch } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../kit/useNow";
import { FigureName, figureText, useDefinitions } from "../figures/definitions";
import { beep } from "./beep";
import { useFloor } from "./floorStore";
import { type Alert, alertsOf, type ThresholdCode, thresholdCodes } from "./model/thresholds";
import { prefer, usePreferences } from "./preferences";

const LOOK_MS = 1_000;

/** What is red now, how loud that is, and from when on it is. */
export const Alerts = () => {
  const { t } = useTranslation();
  const floor = useFloor();
  const definitions = useDefinitions();
  const { thresholds, hasSound } = usePreferences();
  const now = Math.floor((useNow() + floor.clockAheadMs) / LOOK_MS) * LOOK_MS;
  const alerts = alertsOf(floor, thresholds, now);
  useSound(alerts, hasSound);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="floor-alerts">
          {alerts.length === 0 ? <p className="soft">{t("floor.noAlerts")}</p> : null}
          <ul data-testid="alerts">
            {alerts.map((alert) => (
              <li key={alert.key} data-alert={alert.key}>
                <b>{alert.name}</b> · <FigureName code={alert.code} />{" "}
                {figureText(alert.value, definitions.get(alert.code)?.unit)}
              </li>
            ))}
          </ul>
          <div className="row">
            <Switch
              size="small"
              checked={hasSound}
              data-testid="alert-sound"
              onChange={(on) => prefer({ hasSound: on })}
            />
            {t("floor.sound")}
          </div>
          <b className="panel-title">{t("floor.thresholds")}</b>
          {thresholdCodes.map((code) => (
            <Bounds key={code} code={code} unit={definitions.get(code)?.unit} />
          ))}
        </div>
      }
    >
      <Badge count={alerts.length} size="small" offset={[-4, 0]}>
        <Button size="small" danger={alerts.length > 0} data-testid="alerts-button">
          {t("floor.alerts")}
        </Button>
      </Badge>
    </Popover>
  );
};

const Bounds = ({ code, unit }: { code: ThresholdCode; unit: string | undefined }) => {
  const { t } = useTranslation();
  const { thresholds } = usePreferences();
  const scale = unit === "share" ? 100 : 1;
  const field = (level: "warn" | "alarm") => (
    <InputNumber
      size="small"
      min={0}
      max={unit === "share" ? 100 : 86_400}
      aria-label={t(`floor.${level}`)}
      title={t(`floor.${level}`)}
      className={`floor-bound-${level}`}
      data-testid={`threshold-${code}-${level}`}
      suffix={unit === "share" ? "%" : unit === "seconds" ? t("floor.seconds") : null}
      value={Math.round(thresholds[code][level] * scale)}
      onChange={(value) =>
        value === null ||
        prefer({
          thresholds: { ...thresholds, [code]: { ...thresholds[code], [level]: value / scale } },
        })
      }
    />
  );
  return (
    <div className="row">
      <span className="grow">
        <FigureName code={code} />
      </span>
      {field("warn")}
      {field("alarm")}
    </div>
  );
};

/** Sounds once for each alert that is new. */
const useSound = (alerts: readonly Alert[], hasSound: boolean): void => {
  const known = useRef(new Set<string>());
  useEffect(() => {
    const isNew = alerts.some(({ key }) => !known.current.has(key));
    known.current = new Set(alerts.map(({ key }) => key));
    if (isNew && hasSound) beep();
  }, [alerts, hasSound]);
};
