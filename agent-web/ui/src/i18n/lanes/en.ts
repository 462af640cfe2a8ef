import type { lanesRu } from "./ru";

/** Who was heard when in a recording. */
export const lanesEn: Record<keyof typeof lanesRu, string> = {
  "lanes.title": "Who spoke when",
  "lanes.position": "Place in the recording",
  "lane.line": "Line",
  "lane.client": "Client",
  "lane.outside": "outside number",
  "lane.colleague": "colleague",
  "lane.agent": "agent",
  "lane.supervisor": "supervisor",
  "lane.somebody": "Employee",
  "heard.talks": "in the talk",
  "heard.muted": "muted",
  "heard.whispers": "whispered to the agent, unheard by the client",
  "heard.listens": "listened silently",
  "heard.flow": "greeting and menu",
  "heard.queue": "waiting in the queue",
  "heard.hold": "music on hold",
  "heard.audioLost": "the agent's audio was lost, music",
};
