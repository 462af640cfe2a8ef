const SECONDS = 0.25;
const HERTZ = 880;
const LOUDNESS = 0.15;

/** One short tone. A browser that forbids sound stays silent. */
export const beep = (): void => {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = HERTZ;
  volume.gain.value = LOUDNESS;
  tone.connect(volume).connect(context.destination);
  tone.onended = () => void context.close();
  tone.start();
  tone.stop(context.currentTime + SECONDS);
};
