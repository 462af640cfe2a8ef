import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { create, type StoreApi, type UseBoundStore } from "zustand";
import { floorApi } from "../../connection/floorApi";

const SAVE_AFTER_MS = 800;

interface State<T> {
  preferences: T;
  isChanged: boolean;
}

/** How somebody likes a screen: kept on the server, so that it is the same at every computer. */
export interface KeptPreferences<T> {
  /** Under which the server has it. */
  name: string;
  /** What an older page kept lacks what a newer one knows. */
  complete: (kept: Partial<T> | null) => T;
  useKept: UseBoundStore<StoreApi<State<T>>>;
  prefer: (change: Partial<T>) => void;
}

export const keptPreferences = <T extends object>(
  name: string,
  complete: (kept: Partial<T> | null) => T,
): KeptPreferences<T> => {
  const useKept = create<State<T>>(() => ({ preferences: complete(null), isChanged: false }));
  return {
    name,
    complete,
    useKept,
    prefer: (change) =>
      useKept.setState(({ preferences }) => ({
        preferences: { ...preferences, ...change },
        isChanged: true,
      })),
  };
};

/** What could not be kept is tried again with the next change, or when the screen is left. */
const save = async <T>({ name, useKept }: KeptPreferences<T>): Promise<void> => {
  const { preferences, isChanged } = useKept.getState();
  if (!isChanged) return;
  try {
    await floorApi.keepPreference(name, preferences);
    if (useKept.getState().preferences === preferences) useKept.setState({ isChanged: false });
  } catch {
    // It stays changed.
  }
};

/** Takes them from the server once, and brings changes there a moment after the last of them. */
export const useKeeping = <T>(kept: KeptPreferences<T>): boolean => {
  const { data } = useQuery({
    queryKey: ["preference", kept.name],
    queryFn: () => floorApi.preference<Partial<T>>(kept.name),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useEffect(() => {
    if (data !== undefined) {
      kept.useKept.setState({ preferences: kept.complete(data), isChanged: false });
    }
  }, [data, kept]);

  const { preferences, isChanged } = kept.useKept();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further change begins to wait anew
  useEffect(() => {
    if (!isChanged) return;
    const timer = setTimeout(() => void save(kept), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [preferences, isChanged, kept]);
  useEffect(() => () => void save(kept), [kept]);
  return data !== undefined;
};
