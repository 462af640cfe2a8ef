import { useEffect } from "react";
import { dropDraft, isNewDraft, readDraft } from "./drafts";

/** A new item in which nothing was typed leaves nothing behind. */
export const useDropUntouched = (area: string, id: string | undefined): void => {
  useEffect(() => {
    if (id === undefined || !isNewDraft(id)) return;
    return () => {
      if (readDraft(area, id)?.isTouched === false) dropDraft(area, id);
    };
  }, [area, id]);
};
