import { lookOf } from "./nodeLook";

export const NodeIcon = ({ type }: { type: string }) => (
  <svg
    className={`flow-icon is-${lookOf(type).group}`}
    width={18}
    height={18}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={lookOf(type).path} />
  </svg>
);
