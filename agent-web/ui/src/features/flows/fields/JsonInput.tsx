import { Input } from "antd";
import { useState } from "react";
import type { InputProps } from "./SettingField";

/** A kind of setting the page has no field for: as it stands in JSON; plain words are a text. */
export const JsonInput = ({ testId, name, value, isFaulty, onChange }: InputProps) => {
  const [text, setText] = useState(() => written(value));
  return (
    <Input.TextArea
      data-testid={testId}
      aria-label={name}
      autoSize={{ minRows: 1, maxRows: 8 }}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(read(event.target.value));
      }}
      {...(isFaulty ? { status: "error" as const } : {})}
    />
  );
};

const written = (value: unknown): string => {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
};

const read = (text: string): unknown => {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};
