import type { FlowLive, FlowNodeType } from "../contracts/flows";
import { rest } from "./rest";

const flowPath = (id: string): string => `/api/flows/${encodeURIComponent(id)}`;

/** What is asked of flows beyond what is asked of every rule. */
export const flowsApi = {
  nodeTypes: (signal?: AbortSignal) => rest.get<FlowNodeType[]>("/api/flows/node-types", signal),

  /** What is saved as the draft is what new callers walk through from now on. */
  publish: (id: string) => rest.change<{ version: number }>("POST", `${flowPath(id)}/publish`),

  /** Rings a number and leads whoever answers into the flow as it is published. */
  testCall: (id: string, number: string) =>
    rest.change<void>("POST", `${flowPath(id)}/test-call`, { number }),

  live: (id: string, signal?: AbortSignal) => rest.get<FlowLive>(`${flowPath(id)}/live`, signal),
};
