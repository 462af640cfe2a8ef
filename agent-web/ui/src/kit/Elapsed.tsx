import { clock } from "../shared/time";
import { useNow } from "./useNow";

/** Time since an instant, running. `aheadMs`: how far the server's clock is ahead of the page's. */
export const Elapsed = ({ since, aheadMs }: { since: string; aheadMs: number }) => {
  const now = useNow() + aheadMs;
  return <>{clock((now - Date.parse(since)) / 1000)}</>;
};

/** Whether an instant has come; null never comes. */
export const useIsOver = (at: string | null, aheadMs: number): boolean => {
  const now = useNow() + aheadMs;
  return at !== null && now >= Date.parse(at);
};

/** Time left until an instant, running down to 0:00. */
export const Left = ({ until, aheadMs }: { until: string; aheadMs: number }) => {
  const now = useNow() + aheadMs;
  return <>{clock(Math.ceil((Date.parse(until) - now) / 1000))}</>;
};
