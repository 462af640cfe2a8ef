import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { CallView } from "../../contracts/hub";
import { useDesk } from "../../desk/deskStore";
import { agentOf } from "../../desk/selectors";
import { phoneForPeople } from "../../shared/phone";
import { useNames } from "../colleagues/useNames";

/** Who is on the line: a client, or a colleague. */
export const CallerBlock = ({ call }: { call: CallView }) =>
  call.kind === "internal" ? <ColleagueBlock call={call} /> : <ClientBlock call={call} />;

const ColleagueBlock = ({ call }: { call: CallView }) => {
  const { t } = useTranslation();
  const self = useDesk((state) => agentOf(state)?.agentId ?? null);
  const names = useNames(true);
  const others = call.parties.filter(({ agentId }) => agentId !== self);
  return (
    <div className="caller">
      <div className="caller-name clip" data-testid="caller-name">
        {others.map((party) => names.party(party, call)).join(", ") || t("call.colleague")}
      </div>
      <div className="clip soft" data-testid="caller-full-name">
        {t("call.colleague")}
      </div>
    </div>
  );
};

/** Who calls: how to greet him, who he is, his number. Known before the call is answered. */
const ClientBlock = ({ call }: { call: CallView }) => {
  const { t } = useTranslation();
  const number = phoneForPeople(call.number.shown);
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
          ? t(unknownWords[call.number.kind])
          : `${client.displayName} · ${t(`call.${client.kind}`)}`}
      </div>
      <div className="caller-number clip" data-testid="caller-number" data-kind={call.number.kind}>
        {number}
      </div>
      <div className="caller-manager clip soft" data-testid="caller-manager">
        {client?.personalManager ? `${t("call.manager")}: ${client.personalManager}` : ""}
      </div>
    </div>
  );
};

const unknownWords = {
  known: "client.unknown",
  anonymous: "call.anonymous",
  malformed: "call.malformed",
} as const;
