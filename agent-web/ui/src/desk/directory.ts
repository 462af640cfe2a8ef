import type { Directory, DirectoryChange } from "../contracts/rest";

/** A change replaces what it names. Before all of it was shown, it is a part of nothing. */
export const foldDirectory = (
  directory: Directory | null,
  { agents, agentsGone, queues, skills }: DirectoryChange,
): Directory | null => {
  if (directory === null) return null;
  const replaced = new Set([...(agentsGone ?? []), ...(agents ?? []).map(({ id }) => id)]);
  return {
    agents: [...directory.agents.filter(({ id }) => !replaced.has(id)), ...(agents ?? [])],
    queues: queues ?? directory.queues,
    skills: skills ?? directory.skills,
  };
};
