const letters: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
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

/** A key that a name suggests: `Очередь №2` is `ochered-2`. Empty when the name has nothing to offer. */
export const slug = (name: string): string =>
  [...name.toLowerCase().replace(/[‘’ʻʼ'`]/g, "")]
    .map((letter) => letters[letter] ?? letter)
    .join("")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, KEY_MAX)
    .replace(/^-+|-+$/g, "");

/** The key itself, or with the first number behind it that nobody has. */
export const freeKey = (key: string, isTaken: (key: string) => boolean): string => {
  if (key !== "" && !isTaken(key)) return key;
  for (let number = 2; ; number++) {
    const tail = key === "" ? String(number - 1) : `-${number}`;
    const next = `${key.slice(0, KEY_MAX - tail.length)}${tail}`;
    if (!isTaken(next)) return next;
  }
};
