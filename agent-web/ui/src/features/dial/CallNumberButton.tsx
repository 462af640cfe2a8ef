import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { callNumber } from "../../actions/callNumber";
import { useDeskSessionIfAny } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { Icon } from "../../kit/Icon";
import { phoneForPeople } from "../../shared/phone";

/** On an agent's desk: calls a number that stands on the page, or says why that is impossible now. */
export const CallNumberButton = ({ number }: { number: string }) => {
  const { t } = useTranslation();
  const desk = useDeskSessionIfAny();
  const availability = callNumber(number).availability(useDesk((state) => state));
  if (desk === null || availability.kind === "absent") return null;
  const words = `${t("action.callNumber")} ${phoneForPeople(number)}`;
  return (
    <Button
      size="small"
      type="text"
      className="call-number"
      icon={<Icon name="phone" size={13} />}
      title={availability.kind === "blocked" ? t(availability.why) : words}
      aria-label={words}
      disabled={availability.kind !== "available"}
      data-testid="call-number"
      data-number={number}
      onClick={() => availability.kind === "available" && availability.run(desk.commands)}
    />
  );
};
