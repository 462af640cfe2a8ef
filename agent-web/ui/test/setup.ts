import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { startI18n } from "../src/i18n/i18n";

// What jsdom leaves out of a browser and antd asks for.
vi.stubGlobal("matchMedia", () => ({
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
}));
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
);
HTMLMediaElement.prototype.play = () => Promise.resolve();
HTMLMediaElement.prototype.pause = () => {};

await startI18n();
afterEach(() => {
  cleanup();
  localStorage.clear();
});
