import type { FlowRule } from "../../../contracts/flows";
import { differenceOf } from "./diff";
import { usableGraph } from "./usable";

/** A draft never published, one that callers hear as it is, or one that differs from what they hear. */
export type FlowState = "draft" | "published" | "changed";

export const stateOf = (rule: FlowRule): FlowState => {
  if (rule.published == null) return "draft";
  const published = usableGraph({ ...rule, draft: rule.published });
  const { added, removed, changed, flow } = differenceOf(published, usableGraph(rule));
  // Where nodes stand on the screen is nothing a caller hears.
  return added.length + removed.length + changed.length + flow.length === 0
    ? "published"
    : "changed";
};
