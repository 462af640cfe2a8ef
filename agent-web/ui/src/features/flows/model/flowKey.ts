const letters: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "yo",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  ў: "o",
  қ: "q",
  ғ: "g",
  ҳ: "h",
};

const KEY_MAX = 40;
export const keyPattern = /^[a-z0-9-]{1,40}$/;

/** A key made of a name, and of none of the keys there are. */
export const keyFor = (name: string, taken: readonly string[]): string => {
  const latin = [...name.toLowerCase()].map((letter) => letters[letter] ?? letter).join("");
  const plain = latin.replace(/[‘’'`]/g, "").replace(/[^a-z0-9]+/g, "-");
  const key = plain.replace(/^-+|-+$/g, "").slice(0, KEY_MAX - 3) || "flow";
  let free = key;
  for (let number = 2; taken.includes(free); number++) free = `${key}-${number}`;
  return free;
};
