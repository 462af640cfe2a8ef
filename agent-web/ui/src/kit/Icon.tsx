const paths = {
  phone: "M6 3l3 5-2 2c1 3 4 6 7 7l2-2 5 3c-1 3-3 4-5 4C9 21 3 14 2 8c0-3 2-5 4-5z",
  phoneDown: "M3 14c5-5 13-5 18 0l-3 3-4-2v-3c-1-.4-3-.4-4 0v3l-4 2z",
  pause: "M8 5v14M16 5v14",
  play: "M7 4l13 8-13 8z",
  microphone: "M12 3a3 3 0 013 3v6a3 3 0 01-6 0V6a3 3 0 013-3zM5 11a7 7 0 0014 0M12 18v3",
  microphoneOff: "M9 6a3 3 0 016 0v5M5 11a7 7 0 0011 5M12 18v3M4 3l16 18",
  keypad: "M5 5h.01M12 5h.01M19 5h.01M5 12h.01M12 12h.01M19 12h.01M5 19h.01M12 19h.01M19 19h.01",
  user: "M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c1-5 15-5 16 0",
  server: "M4 4h16v6H4zM4 14h16v6H4zM8 7h.01M8 17h.01",
  queue: "M4 6h16M4 12h16M4 18h10",
  chat: "M4 4h16v12H10l-6 5z",
  back: "M15 4l-8 8 8 8",
  close: "M5 5l14 14M19 5L5 19",
  speaker: "M4 9v6h4l6 5V4L8 9zM18 8c2 2 2 6 0 8",
} as const;

export type IconName = keyof typeof paths;

/** Line icons of our own; decoration only, the words beside them carry the meaning. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={name === "keypad" ? 3.5 : 2}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    style={{ flex: "none", verticalAlign: "-3px" }}
  >
    <path d={paths[name]} />
  </svg>
);
