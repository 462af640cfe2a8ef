import type { ReactNode } from "react";
import type { Rule, RuleKind } from "../../../contracts/rules";
import type { MessageKey } from "../../../i18n/messages";
import type { RulesView } from "./rulesView";

export interface FormProps<T extends Rule> {
  item: T;
  /** It has never been saved. */
  isNew: boolean;
  change(part: Partial<T>): void;
}

/** Something to begin from instead of an empty form. */
export interface Pattern<T extends Rule> {
  readonly label: MessageKey;
  readonly hint: MessageKey;
  item(view: RulesView): T;
}

/**
 * Where the key of a new item comes from: `named` follows the name and may be changed, `typed` is a field of the form,
 * `hidden` is made up of the item's values, `given` is there before the item.
 */
export type KeySource = "named" | "typed" | "hidden" | "given";

/** One kind of rule: all that the pages of administration need to know of it. */
export interface KindShape<T extends Rule> {
  readonly kind: RuleKind;
  readonly label: MessageKey;
  /** The words of the button that makes one; null: nobody makes any. */
  readonly create: MessageKey | null;
  /** What this is good for, in a sentence. */
  readonly about: MessageKey;
  readonly keySource: KeySource;
  empty(view: RulesView): T;
  readonly patterns?: readonly Pattern<T>[];
  /** What stands in the list, and under it in small. */
  title(item: T, view: RulesView): string;
  subtitle?(item: T, view: RulesView): string;
  /** A mark before the title, for what is told by colour. */
  mark?(item: T): ReactNode;
  order?(left: T, right: T): number;
  /** What the key of a new item is made of. */
  suggestKey?(item: T): string;
  /** Items that nobody has saved and that are there all the same, such as an employee without rules. */
  unsaved?(view: RulesView): T[];
  Form(props: FormProps<T>): ReactNode;
  /** What removing one means, where that is not plain. */
  readonly removal?: { readonly question: MessageKey; readonly button: MessageKey };
  /** A tool of the whole list, beside its button. */
  Tool?(): ReactNode;
  /** There is exactly one, with this key. */
  readonly single?: string;
}

export type Kind = KindShape<Rule>;

/** Seals a kind: what its items are made of stays its own business. */
export const defineKind = <T extends Rule>(shape: KindShape<T>): Kind => shape;
