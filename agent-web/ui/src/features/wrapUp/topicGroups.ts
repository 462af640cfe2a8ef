import type { Topic } from "../../contracts/rest";
import type { Language } from "../../contracts/shared";

export interface TopicLeaf {
  id: string;
  name: string;
  /** Everything a search may match: its own name and those above it. */
  path: string;
}

export interface TopicGroup {
  id: string;
  name: string;
  leaves: TopicLeaf[];
}

const BETWEEN = " › ";

/** The topic tree as a list to choose from: leaves under the path that leads to them. */
export const topicGroups = (topics: readonly Topic[], language: Language): TopicGroup[] => {
  const parents = new Set(topics.map((topic) => topic.parentId));
  const groups = new Map<string, TopicGroup>();
  for (const topic of topics.filter(({ id }) => !parents.has(id))) {
    const above = namesAbove(topics, topic, language);
    const id = topic.parentId ?? "";
    const group = groups.get(id) ?? { id, name: above.join(BETWEEN), leaves: [] };
    const name = topic.names[language];
    group.leaves.push({ id: topic.id, name, path: [...above, name].join(BETWEEN) });
    groups.set(id, group);
  }
  return [...groups.values()];
};

const namesAbove = (topics: readonly Topic[], leaf: Topic, language: Language): string[] => {
  const names: string[] = [];
  let parentId = leaf.parentId;
  // A tree is never deeper than it has topics: a loop in the data must not hang the page.
  for (let depth = 0; parentId !== null && depth < topics.length; depth++) {
    const parent = topics.find((topic) => topic.id === parentId);
    if (parent === undefined) break;
    names.unshift(parent.names[language]);
    parentId = parent.parentId;
  }
  return names;
};

export const topicName = (topics: readonly Topic[], language: Language, topicId: string): string =>
  topics.find((topic) => topic.id === topicId)?.names[language] ?? topicId;
