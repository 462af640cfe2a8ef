import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./systems.css";

interface Props {
  testId: string;
  title: string;
  about: string;
  action: ReactNode;
  isError: boolean;
  onRetry(): void;
  children: ReactNode;
}

/** A page about other systems: what it is for, what can be added, what there is. */
export const SystemsFrame = ({
  testId,
  title,
  about,
  action,
  isError,
  onRetry,
  children,
}: Props) => {
  const { t } = useTranslation();
  return (
    <div className="systems-page scroll" data-testid={testId}>
      <div className="row">
        <h2 className="grow">{title}</h2>
        {action}
      </div>
      <p className="soft">{about}</p>
      {isError ? (
        <p>
          {t("systems.loadFailed")}{" "}
          <Button size="small" onClick={onRetry}>
            {t("history.retry")}
          </Button>
        </p>
      ) : null}
      {children}
    </div>
  );
};
