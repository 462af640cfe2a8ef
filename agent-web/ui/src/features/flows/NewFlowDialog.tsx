import { Form, Input, Modal, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { Problem } from "../../connection/restClient";
import { rulesApi } from "../../connection/rulesApi";
import type { FlowRule } from "../../contracts/flows";
import type { Language } from "../../contracts/shared";
import { languages } from "../../i18n/i18n";
import { freeKey, slug } from "../../shared/slug";
import { useNodeTypes, useRulesAgain } from "./flowQueries";
import { catalogOf } from "./model/catalog";
import { draw, type PatternName, patternNames } from "./model/patterns";
import { usableGraph } from "./model/usable";
import { failureWords } from "./words";

const keyPattern = /^[a-z0-9-]{1,40}$/;

interface Props {
  flows: readonly FlowRule[];
  /** The flow that is copied; null for a new one. */
  copied: FlowRule | null;
  onClose: () => void;
}

/** A new flow: empty, from a pattern, or another one's copy. Its draft is saved and opened. */
export const NewFlowDialog = ({ flows, copied, onClose }: Props) => {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const readAgain = useRulesAgain();
  const { data: types = [] } = useNodeTypes();
  const [name, setName] = useState(copied === null ? "" : t("flows.copyOf", { name: copied.name }));
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [language, setLanguage] = useState<Language>(i18n.language as Language);
  const [pattern, setPattern] = useState<PatternName>("greeting-queue");
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const taken = flows.map((flow) => flow.id);
  const id = typedKey ?? freeKey(slug(name) || "flow", (key) => taken.includes(key));
  const isKeyTaken = taken.includes(id);
  const isComplete = name.trim() !== "" && keyPattern.test(id) && !isKeyTaken;

  const create = async (): Promise<void> => {
    const own = { id, name: name.trim() };
    const draft =
      copied === null
        ? { ...draw(pattern, catalogOf(types), language), ...own }
        : { ...usableGraph(copied), ...own };
    setBusy(true);
    try {
      await rulesApi.put("flow", { ...own, draft } as FlowRule, null);
      await readAgain();
      navigate(`/flows/${id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFailure(failureWords(error));
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={t(copied === null ? "flows.new" : "flows.copyTitle")}
      okText={t("flows.create")}
      cancelText={t("flows.cancel")}
      okButtonProps={{ disabled: !isComplete, loading: isBusy, "data-testid": "flow-create" }}
      onOk={() => void create()}
      onCancel={onClose}
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t("flows.name")}>
          <Input
            autoFocus
            maxLength={80}
            value={name}
            data-testid="flow-new-name"
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => isComplete && void create()}
          />
        </Form.Item>
        <Form.Item
          label={t("flows.key")}
          extra={t("flows.keyHint")}
          {...(isKeyTaken ? { validateStatus: "error", help: t("flows.keyTaken") } : {})}
        >
          <Input
            maxLength={40}
            value={id}
            data-testid="flow-new-key"
            onChange={(event) => setTypedKey(event.target.value.toLowerCase())}
          />
        </Form.Item>
        {copied === null ? (
          <>
            <Form.Item label={t("flows.pattern")}>
              <Radio.Group
                vertical
                value={pattern}
                onChange={(event) => setPattern(event.target.value)}
                options={patternNames.map((each) => ({
                  value: each,
                  label: (
                    <span data-testid={`flow-pattern-${each}`}>{t(`flows.pattern.${each}`)}</span>
                  ),
                }))}
              />
            </Form.Item>
            <Form.Item label={t("flows.language")}>
              <Select
                value={language}
                onChange={setLanguage}
                data-testid="flow-new-language"
                options={languages.map((each) => ({ value: each, label: t(`language.${each}`) }))}
              />
            </Form.Item>
          </>
        ) : null}
        <p className="flows-failure" data-testid="flow-new-failure">
          {failure}
        </p>
      </Form>
    </Modal>
  );
};
