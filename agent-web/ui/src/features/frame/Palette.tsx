import { Input, type InputRef, Modal } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskAction } from "../../actions/action";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { KeyCap } from "../../kit/KeyCap";
import { useCatalog } from "./deskOptions";
import { useActionLabel } from "./useActionLabel";

interface Props {
  isOpen: boolean;
  onClose: () => void;
}

/** Every action that is possible now, found by typing. */
export const Palette = ({ isOpen, onClose }: Props) => {
  const { t } = useTranslation();
  const input = useRef<InputRef>(null);
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      footer={null}
      closable={false}
      destroyOnHidden
      width={440}
      title={t("nav.palette")}
      afterOpenChange={(opened) => opened && input.current?.focus()}
    >
      <PaletteList inputRef={input} onClose={onClose} />
    </Modal>
  );
};

const PaletteList = ({
  inputRef,
  onClose,
}: {
  inputRef: React.RefObject<InputRef | null>;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const labelOf = useActionLabel();
  const { commands } = useDeskSession();
  const catalog = useCatalog();
  const state = useDesk((current) => current);
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(0);

  const found = catalog.filter(
    (action) =>
      action.availability(state).kind === "available" &&
      labelOf(action).toLowerCase().includes(search.trim().toLowerCase()),
  );
  const chosen = found[Math.min(at, found.length - 1)];

  const run = (action: DeskAction | undefined): void => {
    const availability = action?.availability(state);
    if (availability?.kind !== "available") return;
    onClose();
    availability.run(commands);
  };
  const handleKeyDown = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(chosen);
    }
  };

  return (
    <>
      <Input
        ref={inputRef}
        placeholder={t("palette.search")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={handleKeyDown}
        data-testid="palette-search"
      />
      <ul className="palette">
        {found.map((action) => (
          <li key={action.name}>
            <button
              type="button"
              className={action === chosen ? "palette-row is-chosen" : "palette-row"}
              data-testid={`palette-${action.name}`}
              onClick={() => run(action)}
            >
              <span className="grow">{labelOf(action)}</span>
              <KeyCap hotkey={action.hotkey} />
            </button>
          </li>
        ))}
        {found.length === 0 ? <li className="faint">{t("palette.empty")}</li> : null}
      </ul>
    </>
  );
};
