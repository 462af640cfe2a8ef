using CrmUms.Acd.Agents;

namespace CrmUms.AgentWeb.Contracts;

// What travels between us and other systems: CTI.md. Events travel as they stand in the feed (acd/Feed/FeedEvent.cs).

/// <summary>A page of events.</summary>
/// <param name="Events">In order.</param>
/// <param name="Last">Where to go on.</param>
/// <param name="Oldest">The smallest place from which nothing is missing.</param>
public sealed record CtiEventsView(IReadOnlyList<object> Events, long Last, long Oldest);

public sealed record CtiAgentsView(IReadOnlyList<CtiAgentView> Items);

public sealed record CtiAgentView(
    string AgentId,
    string? Login,
    string DisplayName,
    AgentStatus State,
    string? Reason,
    DateTimeOffset Since,
    string? InteractionId);

/// <summary>A command without further words. Repeated under the same id it is carried out once.</summary>
public sealed record CtiCommand(Guid CommandId);

public sealed record CtiNotReady(Guid CommandId, string? Reason);

public sealed record CtiDial(Guid CommandId, string? Number);

/// <summary>Hand on to somebody, ask him, or have him join.</summary>
public sealed record CtiInvitation(Guid CommandId, DeskTarget? To, string? Note);

public sealed record CtiMute(Guid CommandId, bool Muted);

public sealed record CtiDigits(Guid CommandId, string? Digits);

/// <summary>The result, which ends wrap-up; with a reason the agent is not ready afterwards.</summary>
public sealed record CtiWrapUp(Guid CommandId, string? Topic, string? Result, string? Note, string? NotReadyReason);

public sealed record ApiKeysView(IReadOnlyList<ApiKeyView> Items, IReadOnlyList<string> Scopes);

public sealed record ApiKeyView(
    string Id,
    string Name,
    IReadOnlyList<string> Scopes,
    int RequestsPerMinute,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt);

public sealed record ApiKeyRequest(
    string? Name, IReadOnlyList<string>? Scopes, int RequestsPerMinute, DateTimeOffset? ExpiresAt);

/// <summary>A new key: the only time that it is shown.</summary>
public sealed record NewApiKeyView(ApiKeyView Item, string Key)
{
    // Leaves the key out, so that no log can show it.
    public override string ToString() => Item.Id;
}

public sealed record WebHooksView(IReadOnlyList<WebHookView> Items, IReadOnlyList<string> Types);

public sealed record WebHookView(
    string Id,
    string Name,
    string Url,
    IReadOnlyList<string> Types,
    bool IsEnabled,
    DateTimeOffset CreatedAt,
    long Position,
    long Behind,
    int Attempts,
    DateTimeOffset? DueAt,
    string? Failure,
    DateTimeOffset? DeliveredAt,
    int DeadLetters);

public sealed record WebHookRequest(
    string? Name, string? Url, IReadOnlyList<string>? Types, bool IsEnabled, bool NewSecret);

/// <summary>A web hook as it is now; with its secret when that is new, and only then.</summary>
public sealed record SavedWebHookView(WebHookView Item, string? Secret)
{
    // Leaves the secret out, so that no log can show it.
    public override string ToString() => Item.Id;
}

/// <summary>How a test went; null: it was taken.</summary>
public sealed record WebHookTestView(string? Failure);

/// <summary>The oldest events that were not taken; and since this server started:</summary>
/// <param name="Items">The events.</param>
/// <param name="Redelivered">What came of the last that were sent again, the newest first.</param>
/// <param name="Forgotten">How many old ones there was no place for.</param>
/// <param name="ForgottenAt">When the last of these went; null: none did.</param>
public sealed record DeadLettersView(
    IReadOnlyList<DeadLetterView> Items,
    IReadOnlyList<RedeliveryView> Redelivered,
    int Forgotten,
    DateTimeOffset? ForgottenAt);

/// <summary>An event that was sent again; without a failure it was taken.</summary>
public sealed record RedeliveryView(
    long Sequence, string SubjectId, string Type, string? Failure, DateTimeOffset At);

public sealed record DeadLetterView(
    long Sequence, string SubjectId, string Type, string Failure, DateTimeOffset FailedAt, bool IsWantedAgain);

/// <summary>Of one subject, or all when it is null.</summary>
public sealed record DeadLettersRequest(string? SubjectId);

public sealed record DeadLettersCountView(int Count);
