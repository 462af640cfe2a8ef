import { Button, Input, InputNumber, type InputRef, Select } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAdmin } from "../core/adminContext";
import { useForm } from "../core/formContext";
import { Field, type FieldName } from "../fields/Field";
import { explain } from "./explain";
import { fulfils, type Parsed, parseRequirement, skillsOf } from "./expression";

interface Props {
  name: FieldName;
  at?: string;
  value: string;
  /** Only agents of these groups count; empty: all. */
  groups: readonly string[];
  onChange(value: string): void;
}

/** A requirement as text, put together by hand or from the row below; says at once what it means and whom it finds. */
export const RequirementField = ({ name, at = name, value, groups, onChange }: Props) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const { isReadOnly } = useForm();
  const text = useRef<InputRef>(null);
  const parsed = parseRequirement(value);
  return (
    <Field name={name} at={at} ownProblem={useProblem(value, parsed)}>
      {(control) => (
        <>
          <Input
            {...control}
            ref={text}
            className="mono"
            spellCheck={false}
            value={value}
            placeholder={t("requirement.placeholder")}
            onChange={(event) => onChange(event.target.value)}
          />
          {isReadOnly ? null : (
            <PartBuilder
              isFirst={value.trim() === ""}
              onAdd={(part) => {
                onChange(`${value.trimEnd()}${value.trim() === "" ? "" : " "}${part}`);
                text.current?.focus();
              }}
            />
          )}
          {parsed.kind === "broken" ? null : (
            <p className="requirement-words" data-testid={`explained-${at}`}>
              {explain(parsed.expression, (skill) => view.name("skill", skill))}
            </p>
          )}
          {parsed.kind === "broken" ? null : <Matches parsed={parsed} groups={groups} />}
        </>
      )}
    </Field>
  );
};

/** What the page sees by itself: where the text breaks, or a skill that does not exist. */
const useProblem = (text: string, parsed: Parsed): string | null => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  if (parsed.kind === "broken") {
    const rest = text.slice(parsed.at).trim();
    return rest === ""
      ? t(`requirement.expected.${parsed.expected}`)
      : t("requirement.brokenAt", {
          rest,
          expected: t(`requirement.expected.${parsed.expected}`),
        });
  }
  const unknown = skillsOf(parsed.expression).find((skill) => view.find("skill", skill) === null);
  return unknown === undefined ? null : t("requirement.unknownSkill", { skill: unknown });
};

const NAMES_MAX = 6;

/** Who would do as the agents' skills are now. */
const Matches = ({ parsed, groups }: { parsed: Parsed; groups: readonly string[] }) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  if (parsed.kind === "broken") return null;
  const agents = view
    .of("agent")
    .filter((agent) => groups.length === 0 || agent.groups.some((group) => groups.includes(group)));
  const found = agents.filter(({ skills }) => fulfils(parsed.expression, skills));
  const names = found.slice(0, NAMES_MAX).map(({ id }) => view.name("agent", id));
  const more = found.length > NAMES_MAX ? ", …" : "";
  return (
    <p className={found.length === 0 ? "requirement-nobody" : "field-hint"}>
      {t(found.length === 0 ? "requirement.nobody" : "requirement.matches", {
        found: found.length,
        total: agents.length,
      })}
      {found.length === 0 ? "" : `: ${names.join(", ")}${more}`}
    </p>
  );
};

const joints = ["and", "or", "and not"] as const;

/** Puts a part together by choosing: for those who do not want to write. */
const PartBuilder = ({ isFirst, onAdd }: { isFirst: boolean; onAdd(part: string): void }) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const [joint, setJoint] = useState<(typeof joints)[number]>("and");
  const [skill, setSkill] = useState<string | null>(null);
  const [level, setLevel] = useState<number | null>(null);
  const handleAdd = (): void => {
    if (skill === null) return;
    const part = level === null || level <= 1 ? skill : `${skill} >= ${level}`;
    const not = joint === "and not" ? "not " : "";
    onAdd(isFirst ? `${not}${part}` : `${joint} ${part}`);
    setSkill(null);
    setLevel(null);
  };
  return (
    <div className="row part-builder">
      {isFirst ? null : (
        <Select
          size="small"
          aria-label={t("requirement.joint")}
          value={joint}
          options={joints.map((value) => ({
            value,
            label: t(value === "and not" ? "requirement.andNot" : `requirement.${value}`),
          }))}
          onChange={setJoint}
        />
      )}
      <Select
        size="small"
        className="grow"
        aria-label={t("requirement.skill")}
        placeholder={t("requirement.skill")}
        value={skill}
        options={view.options("skill")}
        showSearch={{ optionFilterProp: "label" }}
        onChange={setSkill}
      />
      <span className="soft">{t("requirement.from")}</span>
      <InputNumber
        size="small"
        aria-label={t("requirement.level")}
        min={1}
        max={10}
        precision={0}
        placeholder="1"
        value={level}
        onChange={setLevel}
      />
      <Button size="small" disabled={skill === null} onClick={handleAdd}>
        {t("requirement.add")}
      </Button>
    </div>
  );
};
