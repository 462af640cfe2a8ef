import type { preflightRu } from "./ru";

/** What is checked before the first call of a shift, and what to do when it fails. */
export const preflightEn: Record<keyof typeof preflightRu, string> = {
  "preflight.title": "Ready for calls",
  "preflight.browser.good": "The browser can make calls",
  "preflight.browser.bad":
    "The browser cannot make calls ({{missing}}). Open the page over https in a recent Chrome, Edge or Firefox",
  "preflight.server.good": "The server answers within {{ms}} ms",
  "preflight.server.waiting": "Trying the server",
  "preflight.server.poor":
    "The server answers slowly: {{ms}} ms. Use a cable instead of Wi-Fi, close downloads and videos",
  "preflight.server.bad":
    "The server cannot be reached. Check network or VPN; the page connects by itself",
  "preflight.telephone.good": "The telephone is registered",
  "preflight.telephone.waiting": "The telephone is registering",
  "preflight.telephone.bad":
    "The telephone cannot register. If this lasts longer than a minute, tell the administrator",
  "preflight.path.good": "The voice path is open both ways",
  "preflight.path.waiting": "Opening the voice path",
  "preflight.path.bad":
    "Voice does not get through: the network seems to block UDP. Tell the administrator",
  "preflight.microphone.good": "The microphone hears you",
  "preflight.microphone.waiting": "Say something into the microphone",
  "preflight.microphone.bad": "The microphone does not work; why, and what to do, stands above",
};
