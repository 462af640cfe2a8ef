using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Shared;

namespace CrmUms.CrmCore.Cases;

/// <summary>What a client's card shows of a case.</summary>
public sealed record CaseCard(
    CaseId Case,
    long Number,
    CaseStatus Status,
    string? Topic,
    string? Result,
    string Note,
    DateTimeOffset OpenedAt,
    IReadOnlyList<InteractionId> Interactions);
