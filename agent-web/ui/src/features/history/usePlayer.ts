import { useState } from "react";
import type { HistoryRow } from "../../contracts/rest";

export interface Player {
  row: HistoryRow | null;
  play: (row: HistoryRow) => void;
  close: () => void;
}

/** Which interaction's recording is open in a list. */
export const usePlayer = (): Player => {
  const [row, setRow] = useState<HistoryRow | null>(null);
  return { row, play: setRow, close: () => setRow(null) };
};
