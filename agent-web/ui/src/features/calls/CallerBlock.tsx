import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { CallView } from "../../contracts/hub";
import { phoneForPeople } from "../../shared/phone";

/** Who calls: how to greet him, who he is, his number. Known before the call is answered. */
export const CallerBlock = ({ call }: { call: CallView }) => {
  const { t } = useTranslation();
  const number =
    call.number.kind === "anonymous" ? t("call.anonymous") : phoneForPeople(call.number.shown);
  const client = call.client;
  return (
    <div className="caller">
      <div className="row">
        <span className="caller-name clip" data-testid="caller-name">
          {client?.greetingName ??
            (call.number.kind === "known" ? number : t("call.unknownCaller"))}
        </span>
        {client?.isVip ? (
          <Tag color="gold" data-testid="caller-vip" style={{ fontWeight: 700, margin: 0 }}>
            {t("call.vip")}
          </Tag>
        ) : null}
      </div>
      <div className="clip soft" data-testid="caller-full-name">
        {client === null
          ? t(call.number.kind === "known" ? "client.unknown" : "call.unknownCaller")
          : `${client.displayName} · ${t(`call.${client.kind}`)}`}
      </div>
      <div className="row caller-facts">
        <span className="clip" data-testid="caller-number" data-kind={call.number.kind}>
          {number}
        </span>
        {client?.personalManager ? (
          <span
            className="soft clip grow"
            data-testid="caller-manager"
            title={client.personalManager}
          >
            {t("call.manager")}: {client.personalManager}
          </span>
        ) : null}
      </div>
    </div>
  );
};
