import { App } from "antd";
import { useTranslation } from "react-i18next";
import { Problem } from "../../connection/restClient";
import type { ActResults } from "../../contracts/floor";
import { wordsIf } from "../../i18n/i18n";
import { useFloor } from "./floorStore";

/** Carries an act out and says in words what came of it. True when nobody was refused. */
export const useAct = () => {
  const { t } = useTranslation();
  const { message } = App.useApp();

  return async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      const refused = refusedOf(await act());
      if (refused.length === 0) {
        void message.success(t("floor.done"));
        return true;
      }
      const { agents } = useFloor.getState();
      const words = refused.map(({ id, refusal }) => {
        const why = wordsIf("floor.refusal", refusal) ?? wordsIf("refusal", refusal) ?? refusal;
        const name = agents.get(id)?.setUp.name;
        return name === undefined ? why : `${name}: ${why}`;
      });
      void message.warning([...new Set(words)].slice(0, 5).join("; "), 6);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      void message.error(wordsIf("floor.fault", error.code) ?? t("floor.fault.other"));
    }
    return false;
  };
};

const refusedOf = (outcome: unknown): { id: string; refusal: string }[] =>
  ((outcome as ActResults | undefined)?.results ?? []).flatMap(({ id, refusal }) =>
    refusal === null ? [] : [{ id, refusal }],
  );
