/** How a type of node looks and where it stands in the palette. Unknown ones stand at the end. */
export const groups = ["speech", "choice", "data", "leave", "other"] as const;
export type NodeGroup = (typeof groups)[number];

interface Look {
  group: NodeGroup;
  path: string;
}

const looks: Readonly<Record<string, Look>> = {
  play: { group: "speech", path: "M4 9v6h4l6 5V4L8 9zM18 8c2 2 2 6 0 8" },
  say: { group: "speech", path: "M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5" },
  menu: { group: "speech", path: "M5 6h.01M5 12h.01M5 18h.01M10 6h10M10 12h10M10 18h10" },
  "collect-digits": {
    group: "speech",
    path: "M6 5h.01M12 5h.01M18 5h.01M6 11h.01M12 11h.01M18 11h.01M6 17h.01M12 17h.01M18 17h.01",
  },
  survey: { group: "speech", path: "M12 3l3 6 6 1-4.500 4 1 6-5.500-3-5.500 3 1-6L3 10l6-1z" },
  hours: { group: "choice", path: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3 3" },
  condition: { group: "choice", path: "M12 3l9 9-9 9-9-9zM12 8v5M12 16h.01" },
  language: {
    group: "choice",
    path: "M12 3a9 9 0 100 18 9 9 0 000-18zM3 12h18M12 3c4 5 4 13 0 18M12 3c-4 5-4 13 0 18",
  },
  "set-variable": { group: "data", path: "M4 8h16M4 16h16M9 4L7 20M17 4l-2 16" },
  "http-lookup": { group: "data", path: "M4 4h16v6H4zM4 14h16v6H4zM8 7h.01M8 17h.01" },
  "client-lookup": { group: "data", path: "M10 4a6 6 0 100 12 6 6 0 000-12zM15 15l6 6" },
  identify: { group: "data", path: "M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c1-5 15-5 16 0" },
  queue: {
    group: "leave",
    path: "M6 8a2 2 0 100-4 2 2 0 000 4zM12 8a2 2 0 100-4 2 2 0 000 4zM18 8a2 2 0 100-4 2 2 0 000 4zM3 14h18M14 10l7 4-7 4",
  },
  callback: { group: "leave", path: "M9 4L4 9l5 5M4 9h10a6 6 0 010 12h-3" },
  voicemail: {
    group: "leave",
    path: "M7 15a4 4 0 100-8 4 4 0 000 8zM17 15a4 4 0 100-8 4 4 0 000 8zM7 15h10",
  },
  transfer: { group: "leave", path: "M4 12h14M13 6l6 6-6 6" },
  assistant: { group: "leave", path: "M5 8h14v11H5zM12 8V4M9 13h.01M15 13h.01" },
  "sub-flow": { group: "leave", path: "M4 4h7v6H4zM13 14h7v6h-7zM7 10v7h6" },
  "hang-up": { group: "leave", path: "M3 14c5-5 13-5 18 0l-3 3-4-2v-3c-1-.4-3-.4-4 0v3l-4 2z" },
};

const unknown: Look = { group: "other", path: "M12 3a9 9 0 100 18 9 9 0 000-18z" };

export const lookOf = (type: string): Look => looks[type] ?? unknown;
