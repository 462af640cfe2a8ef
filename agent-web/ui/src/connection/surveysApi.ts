import type { Surveys } from "../contracts/surveys";
import { rest } from "./rest";

/** What clients think of us. */
export const surveysApi = {
  /** Days of the centre's zone, both included; null: the last week. */
  surveys: (period: { from: string; to: string } | null, signal?: AbortSignal) =>
    rest.get<Surveys>(
      period === null ? "/api/surveys" : `/api/surveys?from=${period.from}&to=${period.to}`,
      signal,
    ),
};
