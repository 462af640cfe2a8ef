using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.CrmCore.Clients;

/// <summary>Whom we serve: a person or a company. The first number is the main one.</summary>
public abstract record Client(
    ClientId Id, IReadOnlyList<PhoneNumber> Numbers, bool IsVip, PersonalManager? PersonalManager)
{
    /// <summary>Whether he owes something, as another system says.</summary>
    public bool HasDebt { get; init; }

    /// <summary>The number of his contract, digits; null when he has none. Nobody else has the same.</summary>
    public string? Contract { get; init; }

    public abstract ClientKind Kind { get; }

    /// <summary>Full name as it stands on the card.</summary>
    public abstract string DisplayName { get; }

    /// <summary>How an agent addresses the caller.</summary>
    public abstract string GreetingName { get; }

    /// <summary>A person (ФЛ).</summary>
    public sealed record Individual(
        ClientId Id,
        PersonName Name,
        IReadOnlyList<PhoneNumber> Numbers,
        bool IsVip,
        PersonalManager? PersonalManager)
        : Client(Id, Numbers, IsVip, PersonalManager)
    {
        public override ClientKind Kind => ClientKind.Individual;

        public override string DisplayName => Name.Full;

        public override string GreetingName => Greeting.Of(Name);
    }

    /// <summary>A company (ЮЛ), with the person who calls for it where he is known.</summary>
    public sealed record Organization(
        ClientId Id,
        string Name,
        Inn? Inn,
        PersonName Contact,
        IReadOnlyList<PhoneNumber> Numbers,
        bool IsVip,
        PersonalManager? PersonalManager)
        : Client(Id, Numbers, IsVip, PersonalManager)
    {
        public override ClientKind Kind => ClientKind.Organization;

        public override string DisplayName => Name;

        public override string GreetingName => Greeting.Of(Contact) is { Length: > 0 } person ? person : Name;
    }
}

/// <summary>The employee responsible for a client.</summary>
public sealed record PersonalManager(AgentId Employee, string DisplayName);
