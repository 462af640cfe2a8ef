import { useMemo } from "react";
import "./countdownBar.css";

interface Props {
  since: string;
  until: string;
  aheadMs: number;
  colour: string;
}

/** A bar that empties until an instant. The browser animates it; nothing is drawn anew. */
export const CountdownBar = ({ since, until, aheadMs, colour }: Props) => {
  const style = useMemo(() => {
    const from = Date.parse(since);
    const wholeMs = Math.max(1, Date.parse(until) - from);
    const goneMs = Date.now() + aheadMs - from;
    return {
      background: colour,
      animationDuration: `${wholeMs}ms`,
      animationDelay: `${-Math.max(0, goneMs)}ms`,
    };
  }, [since, until, aheadMs, colour]);
  return (
    <div className="countdown">
      <div key={`${since}${until}`} className="countdown-bar" style={style} />
    </div>
  );
};
