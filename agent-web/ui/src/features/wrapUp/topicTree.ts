import type { Topic } from "../../contracts/rest";
import type { Language } from "../../contracts/shared";

export interface TopicNode {
  value: string;
  title: string;
  selectable: boolean;
  children: TopicNode[];
}

/** The flat list of the server as a tree; only leaves can be chosen. */
export const topicTree = (topics: readonly Topic[], language: Language): TopicNode[] =>
  branch(topics, language, null);

const branch = (
  topics: readonly Topic[],
  language: Language,
  parentId: string | null,
): TopicNode[] =>
  topics
    .filter((topic) => topic.parentId === parentId)
    .map((topic) => {
      const children = branch(topics, language, topic.id);
      const title = topic.names[language];
      return { value: topic.id, title, selectable: children.length === 0, children };
    });

/** A topic by name: "Balance and payment: Charges" is shown as its last part. */
export const topicName = (topics: readonly Topic[], language: Language, topicId: string): string =>
  topics.find((topic) => topic.id === topicId)?.names[language] ?? topicId;
