using System.Text.Json.Serialization;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>Recognises callers. Implemented by the CRM core; Acd carries the answer to the agent's screen.</summary>
public interface IClientDirectory
{
    /// <summary>The client who uses this number, or null. When several do, the most recently contacted one.</summary>
    Task<CallerIdentity?> FindByNumberAsync(PhoneNumber number, CancellationToken cancellation);

    /// <summary>The client whom a caller has named by keys, or null.</summary>
    /// <param name="by">What the value is: <c>number</c> or <c>contract</c>.</param>
    /// <param name="value">Digits.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    Task<CallerIdentity?> FindAsync(string by, string value, CancellationToken cancellation);
}

/// <summary>What an agent sees of a caller before he answers.</summary>
/// <param name="Client">The client.</param>
/// <param name="Kind">Individual or organization.</param>
/// <param name="DisplayName">Full name as it stands on the card.</param>
/// <param name="GreetingName">
/// How to address him: first name and patronymic; an organization's contact person or name.
/// </param>
/// <param name="IsVip">Whether he is marked VIP.</param>
/// <param name="PersonalManager">Name of the employee responsible for him, or null.</param>
/// <param name="HasDebt">Whether he owes something. Journals of earlier versions do not have it.</param>
/// <param name="ManagerId">The employee responsible for him; he may be no agent, or not here.</param>
public sealed record CallerIdentity(
    ClientId Client,
    ClientKind Kind,
    string DisplayName,
    string GreetingName,
    bool IsVip,
    string? PersonalManager,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool HasDebt = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AgentId? ManagerId = null);

/// <summary>The two kinds of client.</summary>
public enum ClientKind
{
    /// <summary>A person (ФЛ).</summary>
    Individual,

    /// <summary>A company (ЮЛ).</summary>
    Organization,
}
