import { Button, Modal, Typography } from "antd";
import { useTranslation } from "react-i18next";

interface Props {
  words: string;
  secret: string;
  onClose(): void;
}

/** A secret that is never shown again: it goes only when somebody says that he has it. */
export const ShownOnce = ({ words, secret, onClose }: Props) => {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={words}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" data-testid="shown-once-close" onClick={onClose}>
          {t("systems.copied")}
        </Button>
      }
    >
      <Typography.Paragraph copyable code data-testid="shown-once">
        {secret}
      </Typography.Paragraph>
    </Modal>
  );
};
