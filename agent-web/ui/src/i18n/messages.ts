import type { ru } from "./ru";

export type MessageKey = keyof typeof ru;
export type Messages = Record<MessageKey, string>;
