import i18next from "i18next";

/** What the server notes of a restored state, `↺ 12`, in words; what people note stays as it is. */
export const noteWords = (note: string): string => {
  const version = /^↺ (\d+)$/.exec(note)?.[1];
  return version === undefined ? note : i18next.t("admin.restoredFrom", { version });
};
