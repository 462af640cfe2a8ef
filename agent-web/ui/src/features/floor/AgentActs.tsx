import { Button, Dropdown, Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { floorApi } from "../../connection/floorApi";
import { reasonWords } from "../../i18n/i18n";
import { useFloor } from "./floorStore";
import { useAct } from "./useAct";
import { useSure } from "./useSure";

interface Props {
  agents: string[];
  onDone: () => void;
}

const TEXT_MAX = 1_000;

/** What a supervisor does with the agents he has chosen: one or many. */
export const AgentActs = ({ agents, onDone }: Props) => {
  const { t } = useTranslation();
  const reasons = useFloor((floor) => floor.setUp.reasons).filter((reason) => reason.choosable);
  const act = useAct();
  const sure = useSure();
  const [open, setOpen] = useState<"notice" | "work" | null>(null);

  const become = async (
    state: "ready" | "notReady" | "signOut",
    reason: string | null,
  ): Promise<void> => {
    await act(() => floorApi.changeState(agents, state, reason));
    onDone();
  };

  const none = agents.length === 0;
  return (
    <>
      <Dropdown
        disabled={none}
        menu={{
          items: [
            { key: "ready", label: t("status.ready") },
            {
              key: "not-ready",
              label: t("status.notReady"),
              children: reasons.map(({ code }) => ({
                key: `reason:${code}`,
                label: reasonWords(reasons, code),
              })),
            },
            { type: "divider" },
            { key: "signOut", label: t("floor.signOut"), danger: true },
          ],
          onClick: ({ key }) => {
            if (key.startsWith("reason:")) void become("notReady", key.slice("reason:".length));
            else if (key === "ready") void become("ready", null);
            else sure("floor.signOut", agents.length, () => void become("signOut", null));
          },
        }}
      >
        <Button size="small" data-testid="agents-state">
          {t("floor.changeState", { count: agents.length })}
        </Button>
      </Dropdown>
      <Button
        size="small"
        disabled={none}
        data-testid="agents-work"
        onClick={() => setOpen("work")}
      >
        {t("floor.changeWork")}
      </Button>
      <Button
        size="small"
        disabled={none}
        data-testid="agents-notice"
        onClick={() => setOpen("notice")}
      >
        {t("floor.sendNotice")}
      </Button>
      {open === "notice" ? <NoticeDialog agents={agents} onClose={() => setOpen(null)} /> : null}
      {open === "work" ? <WorkDialog agents={agents} onClose={() => setOpen(null)} /> : null}
    </>
  );
};

const NoticeDialog = ({ agents, onClose }: { agents: string[]; onClose: () => void }) => {
  const { t } = useTranslation();
  const act = useAct();
  const [text, setText] = useState("");
  return (
    <Modal
      open
      title={t("floor.noticeTo", { count: agents.length })}
      okText={t("floor.send")}
      okButtonProps={{ disabled: text.trim() === "", id: "notice-send" }}
      onCancel={onClose}
      onOk={() =>
        void act(() => floorApi.sendNotice(agents, text)).then((isDone) => isDone && onClose())
      }
    >
      <Input.TextArea
        rows={4}
        maxLength={TEXT_MAX}
        showCount
        value={text}
        data-testid="notice-text"
        onChange={(event) => setText(event.target.value)}
      />
    </Modal>
  );
};

interface Wish {
  key: string | null;
  value: number;
}

const none: Wish = { key: null, value: 1 };

/** One skill and one queue at a time, for one agent or for many: given, changed, or taken away with 0. */
const WorkDialog = ({ agents, onClose }: { agents: string[]; onClose: () => void }) => {
  const { t } = useTranslation();
  const act = useAct();
  const floor = useFloor();
  const [skill, setSkill] = useState(none);
  const [queue, setQueue] = useState(none);
  const only = agents.length === 1 ? floor.agents.get(agents[0] ?? "") : undefined;
  const wished = ({ key, value }: Wish) => (key === null ? null : { [key]: value });

  return (
    <Modal
      open
      title={t("floor.workOf", { count: agents.length })}
      okButtonProps={{ disabled: skill.key === null && queue.key === null }}
      onCancel={onClose}
      onOk={() =>
        void act(() => floorApi.changeWork(agents, wished(skill), wished(queue))).then(
          (isDone) => isDone && onClose(),
        )
      }
    >
      {only === undefined ? null : (
        <p className="soft">
          {floor.setUp.skills
            .filter(({ id }) => id in only.setUp.skills)
            .map(({ id, name }) => `${name} ${only.setUp.skills[id]}`)
            .join(", ") || "—"}
        </p>
      )}
      <WishRow
        label={t("floor.skill")}
        hint={t("floor.skillHint")}
        max={10}
        wish={skill}
        options={floor.setUp.skills}
        onChange={setSkill}
      />
      <WishRow
        label={t("floor.queue")}
        hint={t("floor.queueHint")}
        max={9}
        wish={queue}
        options={[...floor.queues.values()].map(({ id, setUp }) => ({ id, name: setUp.name }))}
        onChange={setQueue}
      />
    </Modal>
  );
};

interface WishRowProps {
  label: string;
  hint: string;
  max: number;
  wish: Wish;
  options: { id: string; name: string }[];
  onChange: (wish: Wish) => void;
}

const WishRow = ({ label, hint, max, wish, options, onChange }: WishRowProps) => (
  <div className="floor-wish">
    <span>{label}</span>
    <Select
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      aria-label={label}
      value={wish.key}
      options={options.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(key) => onChange({ ...wish, key: key ?? null })}
    />
    <InputNumber
      min={0}
      max={max}
      aria-label={hint}
      value={wish.value}
      onChange={(value) => onChange({ ...wish, value: value ?? 0 })}
    />
    <span className="faint">{hint}</span>
  </div>
);
