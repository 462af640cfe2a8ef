import type { CallTarget } from "../contracts/hub";
import type { DeskCommands } from "../desk/deskCommands";

const DIGITS = /^[0-9*#]{1,32}$/;
const KINDS: readonly string[] = ["agent", "queue", "skill", "number"];

type Order = Promise<boolean> | "badInput" | "noCall";

/**
 * What a page of others wants, as a command of the desk. It is no code of ours: whatever it says is looked at, and what
 * makes no sense goes no further.
 */
export const orderOf = (
  commands: DeskCommands,
  call: string | null,
  name: string,
  args: readonly unknown[],
): Order => {
  const [first] = args;
  switch (name) {
    case "dial":
      return typeof first === "string" ? commands.dial(first) : "badInput";
    case "makeReady":
      return commands.makeReady();
    case "makeNotReady":
      return typeof first === "string" ? commands.makeNotReady(first) : "badInput";
    default:
      return call === null ? "noCall" : orderInCall(commands, call, name, args);
  }
};

const orderInCall = (
  commands: DeskCommands,
  call: string,
  name: string,
  [first, second]: readonly unknown[],
): Order => {
  switch (name) {
    case "answer":
    case "hold":
    case "resume":
    case "hangUp":
      return commands[name](call);
    case "mute":
      return typeof first === "boolean" ? commands.mute(call, first) : "badInput";
    case "sendDigits":
      return typeof first === "string" && DIGITS.test(first)
        ? commands.sendDigits(call, first)
        : "badInput";
    case "transfer": {
      const target = targetOf(first);
      return target === null
        ? "badInput"
        : commands.transfer(call, target, typeof second === "string" ? second : "");
    }
    default:
      return "badInput";
  }
};

const targetOf = (to: unknown): CallTarget | null => {
  if (typeof to === "string") return to.trim() === "" ? null : { kind: "number", id: to };
  if (typeof to !== "object" || to === null || !("kind" in to) || !("id" in to)) return null;
  const { kind, id } = to;
  if (typeof kind !== "string" || !KINDS.includes(kind) || typeof id !== "string") return null;
  const level = "level" in to && typeof to.level === "number" ? { level: to.level } : {};
  return { kind: kind as CallTarget["kind"], id, ...level };
};
