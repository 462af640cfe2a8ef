namespace CrmUms.CrmCore.Topics;

/// <summary>What a client's request is about. A node of a tree; only leaves are recorded.</summary>
/// <param name="Id">Stable: cases hold it. A child's id begins with its parent's: <c>sim.replacement</c>.</param>
/// <param name="ParentId">Null for a branch at the top.</param>
/// <param name="Names">What a screen shows.</param>
public sealed record Topic(string Id, string? ParentId, TopicNames Names);

/// <summary>A topic's name in the three languages of the desk.</summary>
public sealed record TopicNames(string Ru, string Uz, string En);
