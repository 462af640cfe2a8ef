import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MessageKey } from "../../../i18n/messages";

interface Props {
  title: MessageKey;
  hint?: MessageKey;
  children: ReactNode;
}

/** A heading and the fields under it; long forms jump from heading to heading. */
export const FormSection = ({ title, hint, children }: Props) => {
  const { t } = useTranslation();
  return (
    <section className="form-section" data-section={title} aria-label={t(title)}>
      <h3 className="form-heading">{t(title)}</h3>
      {hint === undefined ? null : <p className="form-about">{t(hint)}</p>}
      {children}
    </section>
  );
};
