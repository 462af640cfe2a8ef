import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Asks, by a click as browsers want it, whether calls may be announced while the tab is hidden. */
export const NotificationRow = () => {
  const { t } = useTranslation();
  const isPossible = typeof Notification !== "undefined";
  const [permission, setPermission] = useState(isPossible ? Notification.permission : "denied");
  return (
    <div className="row notification-row">
      <span className="grow soft">{t("audio.notifications")}</span>
      {permission === "granted" ? <b>✓</b> : null}
      {permission === "denied" ? (
        <span className="faint">{t("audio.notificationsDenied")}</span>
      ) : null}
      {permission === "default" ? (
        <Button
          size="small"
          data-testid="allow-notifications"
          onClick={() => void Notification.requestPermission().then(setPermission)}
        >
          {t("audio.allow")}
        </Button>
      ) : null}
    </div>
  );
};
