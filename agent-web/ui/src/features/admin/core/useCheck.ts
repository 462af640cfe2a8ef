import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { rulesApi } from "../../../connection/rulesApi";
import type { RuleProblem } from "../../../contracts/rules";
import { same } from "../../../shared/same";
import { useAdmin } from "./adminContext";
import type { Kind } from "./kind";
import type { OpenItem } from "./useItem";

const TYPED_MS = 500;
const none: readonly RuleProblem[] = [];

/** What the server would have against the item as it stands, asked half a second after the last stroke. */
export const useCheck = (kind: Kind, open: OpenItem | null): readonly RuleProblem[] => {
  const { isReadOnly } = useAdmin();
  const item = open?.draft?.isTouched === true && !isReadOnly ? open.item : null;
  const [settled, settle] = useState(item);
  useEffect(() => {
    const later = setTimeout(() => settle(item), TYPED_MS);
    return () => clearTimeout(later);
  }, [item]);
  const { data } = useQuery({
    queryKey: ["rules-check", kind.kind, settled],
    queryFn: async () =>
      settled === null ? none : (await rulesApi.check(kind.kind, settled)).problems,
    enabled: settled !== null && settled.id !== "" && same(settled, item),
    gcTime: 0,
    retry: false,
    placeholderData: (before) => before,
  });
  return item === null ? none : (data ?? none);
};

/** What the page itself sees of a new item's key. */
export const keyProblems = (
  kind: Kind,
  open: OpenItem,
  isTaken: boolean,
): readonly RuleProblem[] => {
  if (!open.isNew) return none;
  if (open.item.id === "" && kind.keySource === "named")
    return [{ code: "missing", field: "names" in open.item ? "names.ru" : "name", args: {} }];
  if (open.item.id === "") return [{ code: "key-missing", field: "id", args: {} }];
  return isTaken ? [{ code: "key-taken", field: "id", args: { value: open.item.id } }] : none;
};
