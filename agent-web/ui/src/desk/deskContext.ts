import { createContext, useContext } from "react";
import type { DeskSession } from "./deskSession";

const DeskContext = createContext<DeskSession | null>(null);

export const DeskProvider = DeskContext.Provider;

/** The desk of the agent who is signed in. Only below DeskProvider. */
export const useDeskSession = (): DeskSession => {
  const session = useDeskSessionIfAny();
  if (session === null) throw new Error("useDeskSession is used outside of DeskProvider");
  return session;
};

/** The same where a page is also shown to those without a desk. */
export const useDeskSessionIfAny = (): DeskSession | null => useContext(DeskContext);
