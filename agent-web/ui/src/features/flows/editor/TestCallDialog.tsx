import { App, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { flowsApi } from "../../../connection/flowsApi";
import { Problem } from "../../../connection/restClient";
import { keep, readKept } from "../../../shared/storage";
import { failureWords } from "../words";

const LAST_NUMBER = "crmums.flowTestNumber";

/** Rings a telephone and leads it into the flow as it is published. */
export const TestCallDialog = ({ flowId, onClose }: { flowId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [number, setNumber] = useState(() => readKept<string>(LAST_NUMBER) ?? "");
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const call = async (): Promise<void> => {
    setBusy(true);
    try {
      await flowsApi.testCall(flowId, number.trim());
      keep(LAST_NUMBER, number.trim());
      message.success(t("flow.testCallRings"));
      onClose();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFailure(failureWords(error));
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      width={420}
      title={t("flow.testCall")}
      okText={t("flow.testCallGo")}
      cancelText={t("flows.cancel")}
      okButtonProps={{
        disabled: number.trim() === "",
        loading: isBusy,
        "data-testid": "flow-test-call-go",
      }}
      onOk={() => void call()}
      onCancel={onClose}
    >
      <p className="soft">{t("flow.testCallText")}</p>
      <Input
        autoFocus
        value={number}
        maxLength={32}
        inputMode="tel"
        placeholder={t("flow.testCallNumber")}
        aria-label={t("flow.testCallNumber")}
        data-testid="flow-test-call-number"
        onChange={(event) => setNumber(event.target.value)}
        onPressEnter={() => number.trim() !== "" && void call()}
      />
      <p className="flows-failure" data-testid="flow-test-call-failure">
        {failure}
      </p>
    </Modal>
  );
};
