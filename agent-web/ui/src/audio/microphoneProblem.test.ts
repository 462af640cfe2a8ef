import { describe, expect, it } from "vitest";
import { InsecurePageError, microphoneProblem } from "./microphoneProblem";

const failure = (name: string, message = ""): DOMException => new DOMException(message, name);

describe("a microphone that is not handed over", () => {
  it.each([
    [failure("NotAllowedError", "Permission denied"), "denied"],
    [failure("NotAllowedError", "Permission dismissed"), "dismissed"],
    [failure("NotFoundError"), "none"],
    [failure("OverconstrainedError"), "none"],
    [failure("NotReadableError"), "in-use"],
    [failure("AbortError"), "in-use"],
    [failure("SecurityError"), "insecure"],
    [new InsecurePageError(), "insecure"],
    [failure("SomethingNew"), "unknown"],
    ["not even an error", "unknown"],
  ] as const)("%s is %s", (error, problem) => {
    expect(microphoneProblem(error)).toBe(problem);
  });
});
