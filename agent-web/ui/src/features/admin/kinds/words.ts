import i18next from "i18next";
import type { MessageKey } from "../../../i18n/messages";

/** Words outside a component; what shows them draws itself anew when the language changes. */
export const t = (key: MessageKey, values: Readonly<Record<string, unknown>> = {}): string =>
  String(i18next.t(key, { ...values }));
