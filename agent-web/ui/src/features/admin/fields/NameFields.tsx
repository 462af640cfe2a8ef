import type { Rule } from "../../../contracts/rules";
import type { FormProps } from "../core/kind";
import { TextField } from "./inputs";

/** A name and, while the item is new, the key made of it. */
export const NameFields = <T extends Rule & { name: string }>({
  item,
  isNew,
  change,
}: FormProps<T>) => (
  <>
    <TextField
      name="name"
      value={item.name}
      autoFocus={isNew}
      onChange={(name) => change({ name } as Partial<T>)}
    />
    {isNew ? (
      <TextField name="id" value={item.id} onChange={(id) => change({ id } as Partial<T>)} />
    ) : null}
  </>
);
