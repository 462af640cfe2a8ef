import { type RefObject, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MessageKey } from "../../../i18n/messages";

interface Props {
  form: RefObject<HTMLFormElement | null>;
  /** Another item may have other sections. */
  item: string;
}

const FEW = 3;

/** The headings of a long form in a row: one press and it is in sight. */
export const SectionJumps = ({ form, item }: Props) => {
  const { t } = useTranslation();
  const [sections, setSections] = useState<MessageKey[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item has other headings
  useLayoutEffect(() => {
    const found = [...(form.current?.querySelectorAll("[data-section]") ?? [])];
    setSections(found.map((section) => section.getAttribute("data-section") as MessageKey));
  }, [form, item]);
  if (sections.length < FEW) return null;
  return (
    <nav className="section-jumps">
      {sections.map((key) => (
        <button
          key={key}
          type="button"
          className="link-button"
          onClick={() =>
            form.current?.querySelector(`[data-section="${key}"]`)?.scrollIntoView({
              block: "start",
            })
          }
        >
          {t(key)}
        </button>
      ))}
    </nav>
  );
};
