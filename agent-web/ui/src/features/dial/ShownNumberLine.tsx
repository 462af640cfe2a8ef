import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { phoneForPeople } from "../../shared/phone";

const TYPING_PAUSE_MS = 250;
/** Rules may change while a number stands in the field. */
const ASK_AGAIN_MS = 5_000;
const DIGITS_MIN = 3;

/** Which number they will see whom we call at this one: of what stands in the field, or nothing. */
export const ShownNumberLine = ({ typed }: { typed: string }) => {
  const { t } = useTranslation();
  const desk = useDeskSession();
  const isOnline = useDesk((state) => state.link.kind === "online");
  const isNumber = typed.replace(/\D/g, "").length >= DIGITS_MIN;
  const isSettled = useSettled(typed);
  const { data, isError } = useQuery({
    queryKey: ["shown-number", typed],
    queryFn: () => desk.shownNumber(typed),
    enabled: isOnline && isNumber && isSettled,
    refetchInterval: ASK_AGAIN_MS,
    staleTime: 0,
    gcTime: 0, // An answer of before is no answer.
    retry: false,
  });
  const said = isOnline && isNumber && isSettled && !isError ? data : undefined;
  if (said === undefined || said.refusal === "badInput") return <div className="dial-shown" />;
  return (
    <div
      className={said.refusal === null ? "dial-shown faint" : "dial-shown is-refused"}
      data-testid="dial-shown"
      title={
        said.refusal !== null
          ? undefined
          : said.rule === null
            ? t("dial.shownUsual")
            : t("dial.shownByRule", { rule: said.rule })
      }
    >
      {said.refusal === null
        ? t("dial.shown", { number: phoneForPeople(said.number ?? "") })
        : t(`refusal.${said.refusal}`)}
    </div>
  );
};

/** Whether nobody has typed for a moment. */
const useSettled = (typed: string): boolean => {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled === typed;
};
