import type { FlowNodeType, FlowSettingType } from "../src/contracts/flows";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#"];

const setting = (key: string, kind: string, more: Partial<FlowSettingType> = {}) => ({
  key,
  kind,
  required: false,
  ...more,
});
const must = (type: FlowSettingType): FlowSettingType => ({ ...type, required: true });
const prompts = (key = "prompts") => setting(key, "prompts", { max: 20 });
const text = (key: string, max = 500) => setting(key, "text", { max });
const number = (key: string, min: number, max: number, preset: number) =>
  setting(key, "number", { min, max, default: preset });
const choice = (key: string, preset: string, choices: readonly string[]) =>
  setting(key, "choice", { choices, default: preset });
const variable = must(setting("variable", "variable", { max: 60 }));
const bargeIn = setting("bargeIn", "boolean", { default: true });
const queue = must(setting("queue", "queue", { max: 40 }));

const misses = [prompts("noInputPrompts"), prompts("noMatchPrompts")];
const patience = [number("timeoutSeconds", 1, 60, 5), number("attempts", 1, 10, 3), bargeIn];
const asking = [...misses, ...patience];
const collecting = [
  number("minDigits", 1, 30, 1),
  number("maxDigits", 1, 30, 10),
  choice("terminator", "#", ["#", "*", "none"]),
  ...misses,
  number("timeoutSeconds", 1, 60, 5),
  number("interDigitSeconds", 1, 20, 3),
  number("attempts", 1, 10, 3),
  bargeIn,
];

const instant = { waits: false };
const free = (...optionalExits: string[]) => ({ optionalExits });
const leaving = { leaves: true };
const queueExits = ["served", "full", "closed", "no-agents", "timeout", "key"];

const type = (
  name: string,
  exits: string[],
  settings: FlowSettingType[],
  ...more: Partial<FlowNodeType>[]
): FlowNodeType => Object.assign({ type: name, exits, settings }, ...more);

/** The catalog as the server has it: every type, setting, exit and choice that needs words. */
export const fakeCatalog: FlowNodeType[] = [
  type("play", ["done"], [must(prompts()), bargeIn], instant),
  type(
    "menu",
    ["per-option", "no-input", "no-match"],
    [must(prompts()), must(setting("options", "options", { max: 12 })), ...asking],
  ),
  type(
    "collect-digits",
    ["done", "no-input", "no-match"],
    [must(prompts()), variable, ...collecting],
  ),
  type(
    "say",
    ["done", "invalid"],
    [choice("kind", "number", ["number", "money", "date", "digits"]), must(text("value")), bargeIn],
    instant,
    free("invalid"),
  ),
  type(
    "hours",
    ["open", "closed", "holiday"],
    [must(setting("calendar", "calendar", { max: 40 }))],
    instant,
    free("holiday"),
  ),
  type("language", ["done"], [choice("language", "ru", ["ru", "uz", "en"])], instant),
  type(
    "set-variable",
    ["done"],
    [variable, choice("operation", "set", ["set", "add"]), text("value", 1_000)],
    instant,
  ),
  type(
    "condition",
    ["true", "false"],
    [must(setting("expression", "expression", { max: 500 }))],
    instant,
  ),
  type(
    "http-lookup",
    ["done", "not-found", "failed"],
    [
      must(text("url", 2_000)),
      choice("method", "GET", ["GET", "POST", "PUT"]),
      setting("headers", "headers", { max: 20 }),
      setting("body", "longText", { max: 4_000 }),
      setting("mapping", "headers", { max: 20 }),
      number("timeoutSeconds", 1, 20, 4),
    ],
    free("not-found"),
  ),
  type(
    "client-lookup",
    ["found", "not-found", "failed"],
    [text("number")],
    instant,
    free("failed"),
  ),
  type(
    "identify",
    ["identified", "not-identified", "failed"],
    [choice("by", "contract", ["contract", "number"]), text("value"), prompts(), ...collecting],
    free("failed"),
  ),
  type(
    "queue",
    queueExits,
    [
      queue,
      setting("skills", "skills", { max: 1_000 }),
      number("priority", -100, 100, 0),
      number("waitMaxSeconds", 0, 7_200, 0),
      choice("key", "none", ["none", ...keys]),
    ],
    free(...queueExits),
    leaving,
  ),
  type(
    "callback",
    ["accepted", "declined", "failed"],
    [
      queue,
      must(prompts()),
      choice("acceptKey", "1", keys),
      choice("otherNumberKey", "2", [...keys, "none"]),
      prompts("numberPrompts"),
      prompts("confirmPrompts"),
      ...asking,
    ],
    free("failed"),
    leaving,
  ),
  type(
    "voicemail",
    ["recorded", "empty", "failed"],
    [
      queue,
      prompts(),
      number("maxSeconds", 5, 600, 120),
      number("minSeconds", 1, 10, 2),
      number("silenceSeconds", 0, 30, 5),
      choice("endKey", "#", ["#", "*", "none"]),
    ],
    free("empty", "failed"),
    leaving,
  ),
  type(
    "transfer",
    ["ended", "busy", "no-answer", "failed"],
    [
      must(text("number", 64)),
      text("callerId", 32),
      number("ringSeconds", 5, 120, 30),
      number("talkMaxMinutes", 1, 480, 120),
    ],
    free("ended", "busy", "no-answer"),
    leaving,
  ),
  type(
    "assistant",
    ["returned", "ended", "failed"],
    [
      must(text("address", 64)),
      setting("headers", "headers", { max: 20 }),
      number("ringSeconds", 2, 60, 10),
      number("talkMaxMinutes", 1, 120, 30),
    ],
    free("ended"),
    leaving,
  ),
  type(
    "survey",
    ["answered", "unanswered"],
    [
      choice("kind", "csat", ["csat", "nps", "csi"]),
      text("question", 40),
      must(prompts()),
      number("lowest", 0, 1, 1),
      number("highest", 2, 10, 5),
      prompts("thanksPrompts"),
      ...asking,
    ],
  ),
  type(
    "sub-flow",
    ["returned", "failed"],
    [must(setting("flow", "flow", { max: 40 }))],
    instant,
    free("returned", "failed"),
    leaving,
  ),
  type(
    "hang-up",
    [],
    [
      prompts(),
      choice("then", "hang-up", ["hang-up", "return"]),
      choice("reason", "normal", ["normal", "congestion", "unknown-number"]),
    ],
    instant,
    leaving,
  ),
];
