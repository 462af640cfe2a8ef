export type SurveyKind = "csat" | "nps" | "csi";

/** What clients thought of us from one day to another, both included. */
export interface Surveys {
  from: string;
  to: string;
  timeZone: string;
  all: SurveyGroup;
  queues: SurveyGroup[];
  agents: SurveyGroup[];
}

/** A queue or an agent; without an id: asked in no queue, or without having talked with anybody. */
export interface SurveyGroup {
  id: string | null;
  name: string | null;
  figures: SurveyFigures;
  scores: SurveyScore[];
}

export interface SurveyFigures {
  answers: number;
  csat: number | null;
  csatAverage: number | null;
  nps: number | null;
  csi: number | null;
}

/** How often one score was given. */
export interface SurveyScore {
  kind: SurveyKind;
  lowest: number;
  highest: number;
  score: number;
  count: number;
}

/** One answer of the client to an interaction. */
export interface GivenScore {
  kind: SurveyKind;
  question: string;
  score: number;
  lowest: number;
  highest: number;
}
