import { Button, Select, Slider } from "antd";
import { useTranslation } from "react-i18next";
import type { AudioDevice } from "../../audio/devices";

interface Props {
  name: string;
  testId: string;
  devices: AudioDevice[];
  value: string;
  volume?: number;
  onChange: (deviceId: string) => void;
  onVolume?: (volume: number) => void;
  onTest?: () => void;
}

/** One device: which, how loud, and a sound to try it. */
export const DeviceRow = (props: Props) => {
  const { name, testId, devices, value, volume, onChange, onVolume, onTest } = props;
  const { t } = useTranslation();
  const isThere = devices.some((device) => device.id === value);
  const options = [
    { value: "", label: t("audio.default") },
    ...devices.map((device, index) => ({
      value: device.id,
      label: device.label || t("audio.unnamed", { number: index + 1 }),
    })),
  ];
  return (
    <div className="device-row">
      <span className="panel-title">{name}</span>
      <div className="row">
        <Select
          className="grow"
          data-testid={testId}
          aria-label={name}
          value={isThere ? value : ""}
          options={options}
          onChange={onChange}
        />
        {onVolume === undefined || volume === undefined ? null : (
          <Slider
            style={{ width: 110 }}
            min={0}
            max={1}
            step={0.05}
            value={volume}
            tooltip={{ formatter: (part) => `${Math.round((part ?? 0) * 100)} %` }}
            aria-label={t("audio.volume")}
            onChange={onVolume}
          />
        )}
        {onTest === undefined ? null : (
          <Button data-testid={`${testId}-test`} onClick={onTest}>
            {t("audio.test")}
          </Button>
        )}
      </div>
    </div>
  );
};
