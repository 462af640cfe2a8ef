import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import type { Language } from "../../contracts/shared";
import { languages, speak } from "../../i18n/i18n";

interface Props {
  isSignedIn: boolean;
  /** Told of a choice made before anybody is signed in. */
  onChoose?: (language: Language) => void;
}

/** Changes the language at once; the server keeps it when somebody is signed in. */
export const LanguageSwitch = ({ isSignedIn, onChoose }: Props) => {
  const { t, i18n } = useTranslation();

  const handleChange = async (language: Language): Promise<void> => {
    onChoose?.(language);
    await speak(language);
    if (!isSignedIn) return;
    try {
      await api.changeLanguage(language);
    } catch {
      // The page speaks it already and this browser remembers; the server hears of it at the next change.
    }
  };

  return (
    <Segmented<Language>
      size="small"
      data-testid="language"
      aria-label={t("language.choose")}
      value={i18n.language as Language}
      options={languages.map((language) => ({
        value: language,
        label: <span data-testid={`language-${language}`}>{language.toUpperCase()}</span>,
        title: t(`language.${language}`),
      }))}
      onChange={(language) => void handleChange(language)}
    />
  );
};
