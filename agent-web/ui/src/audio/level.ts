/** Follows how loud a stream is, 0 to 1, about 20 times a second, until the returned function is called. */
export const followLevel = (
  stream: MediaStream,
  onLevel: (level: number) => void,
): (() => void) => {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  const source = context.createMediaStreamSource(stream);
  source.connect(analyser);
  void context.resume().catch(() => undefined); // Closed before the first click: nobody looks any more.

  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(loudness(samples));
  }, 50);
  return () => {
    clearInterval(timer);
    source.disconnect();
    void context.close();
  };
};

const QUIETEST_DB = -60;

/** Root mean square on a decibel scale: -60 dB and below is 0, full scale is 1. */
export const loudness = (samples: Float32Array): number => {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length + 1e-12);
  return Math.min(1, Math.max(0, 1 - decibels / QUIETEST_DB));
};
