import { Progress, Upload } from "antd";
import { useTranslation } from "react-i18next";

interface Props {
  isBusy: boolean;
  onSound(sound: Blob): void;
}

/** Any sound file, chosen or dropped; the server makes of it what the PBX plays. */
export const UploadSound = ({ isBusy, onSound }: Props) => {
  const { t } = useTranslation();
  return (
    <>
      <Upload.Dragger
        accept="audio/*,video/mp4,.ogg,.opus,.m4a,.amr,.wma"
        showUploadList={false}
        disabled={isBusy}
        beforeUpload={(file) => {
          onSound(file);
          return false;
        }}
      >
        {t("prompts.dropHere")}
        <div className="field-hint">{t("prompts.anySound")}</div>
      </Upload.Dragger>
      {isBusy ? <Working /> : null}
    </>
  );
};

export const Working = () => {
  const { t } = useTranslation();
  return (
    <div role="status">
      <Progress percent={100} status="active" showInfo={false} size="small" />
      <span className="field-hint">{t("prompts.converting")}</span>
    </div>
  );
};
