/** Seconds as a clock: 0:07, 12:40, 1:02:05. */
export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const tail = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
};

/** Seconds from an instant on the server's clock until now, never below zero. */
export const secondsSince = (instant: string, serverNowMs: number): number =>
  Math.max(0, (serverNowMs - Date.parse(instant)) / 1000);

/** Seconds from now until an instant on the server's clock, never below zero. */
export const secondsUntil = (instant: string, serverNowMs: number): number =>
  Math.max(0, (Date.parse(instant) - serverNowMs) / 1000);

const pad = (value: number): string => String(value).padStart(2, "0");

/** 03.02.2025 */
export const day = (instant: string): string => {
  const at = new Date(instant);
  return `${pad(at.getDate())}.${pad(at.getMonth() + 1)}.${at.getFullYear()}`;
};

/** 14:05 today, 03.02 14:05 this year, 03.02.2025 14:05 before. The same in all our languages. */
export const moment = (instant: string, now: Date = new Date()): string => {
  const at = new Date(instant);
  const time = `${pad(at.getHours())}:${pad(at.getMinutes())}`;
  const day = `${pad(at.getDate())}.${pad(at.getMonth() + 1)}`;
  if (at.toDateString() === now.toDateString()) return time;
  return at.getFullYear() === now.getFullYear()
    ? `${day} ${time}`
    : `${day}.${at.getFullYear()} ${time}`;
};
