import { defineAction, never } from "./action";

export const openAudioSetup = defineAction({
  name: "audio.set-up",
  label: "action.audioSetup",
  hotkey: "Alt+M",
  target: (state) => (state.isAudioSetupOpen ? null : true),
  blockedBy: never,
  perform: (_, commands) => commands.openAudioSetup(true),
});
