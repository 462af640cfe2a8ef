import { useTranslation } from "react-i18next";
import { type Problem, SERVER_AWAY } from "../../connection/restClient";
import { useNow } from "../../kit/useNow";
import { assertNever } from "../../shared/assertNever";
import { clock } from "../../shared/time";

/** Why nobody is signed in. Instants are on this page's clock. */
export type Failure =
  | { kind: "wrong" }
  | { kind: "locked"; untilMs: number }
  | { kind: "lockedForGood" }
  | { kind: "tooWeak" }
  | { kind: "serverAway" }
  | { kind: "other"; code: string };

export const readFailure = (problem: Problem, nowMs: number): Failure => {
  if (problem.code === SERVER_AWAY) return { kind: "serverAway" };
  if (problem.code === "password-too-weak") return { kind: "tooWeak" };
  if (problem.status === 423 || problem.status === 429) {
    return problem.retryAfterSeconds === null
      ? { kind: "lockedForGood" }
      : { kind: "locked", untilMs: nowMs + problem.retryAfterSeconds * 1_000 };
  }
  if (problem.status === 401 || problem.code === "bad-input") return { kind: "wrong" };
  return { kind: "other", code: problem.code };
};

export const useFailureWords = (failure: Failure): string => {
  const { t } = useTranslation();
  const now = useNow();
  switch (failure.kind) {
    case "wrong":
      return t("signIn.wrong");
    case "locked":
      return t("signIn.locked", { time: clock(Math.ceil((failure.untilMs - now) / 1_000)) });
    case "lockedForGood":
      return t("signIn.lockedForGood");
    case "tooWeak":
      return t("signIn.tooWeak");
    case "serverAway":
      return t("signIn.serverAway");
    case "other":
      return t("signIn.failed", { code: failure.code });
    default:
      return assertNever(failure);
  }
};
