/** Why there is no microphone, as a code that has words and a cure in every language. */
export type MicrophoneProblem = "denied" | "dismissed" | "none" | "in-use" | "insecure" | "unknown";

/** Reads what the browser says when it does not hand over a microphone. */
export const microphoneProblem = (error: unknown): MicrophoneProblem => {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  switch (name) {
    case "NotAllowedError":
      return /dismiss/i.test((error as Error).message) ? "dismissed" : "denied";
    case "PermissionDeniedError": // Older Chromium.
      return "denied";
    case "NotFoundError":
    case "DevicesNotFoundError":
    case "OverconstrainedError":
      return "none";
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      return "in-use";
    case "SecurityError":
    case "InsecurePageError":
      return "insecure";
    default:
      return "unknown";
  }
};

/** Browsers hide microphones from pages that are neither HTTPS nor local. */
export class InsecurePageError extends Error {
  override readonly name = "InsecurePageError";
}
