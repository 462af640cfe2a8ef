using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Rules;

/// <summary>How one queue works.</summary>
public sealed record QueueRule : IRule
{
    internal const int AnswerWithinSecondsDefault = 20;

    public required string Id { get; init; }

    /// <summary>Shown to agents.</summary>
    public string Name { get; init; } = "";

    public string Channel { get; init; } = "voice";

    /// <summary>What an agent must be able to do; empty: anybody of the groups.</summary>
    public string Requirement { get; init; } = "";

    /// <summary>What is asked for instead while the caller waits on.</summary>
    public IReadOnlyList<RelaxationStep> Relaxation { get; init; } = [];

    /// <summary>Only agents of these groups; empty: of any.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Key of the routing strategy.</summary>
    public string Strategy { get; init; } = "longest-idle";

    /// <summary>Terms of a weighted strategy.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>Of the prompts: ru, uz, en.</summary>
    public string Language { get; init; } = "ru";

    /// <summary>Music while waiting and on hold: <c>default</c>, <c>soft</c>, or a rule's key.</summary>
    public string Music { get; init; } = "default";

    /// <summary>Within which time callers are to be answered: the service level is measured by it.</summary>
    public int AnswerWithinSeconds { get; init; } = AnswerWithinSecondsDefault;

    /// <summary>How long an offer rings.</summary>
    public int RingSeconds { get; init; } = 20;

    /// <summary>How long wrap-up may take; zero skips it.</summary>
    public int WrapUpSeconds { get; init; } = 60;

    /// <summary>By how much an agent may prolong it, with a reason; zero: not at all.</summary>
    public int WrapUpExtensionSeconds { get; init; }

    /// <summary>One more caller than this overflows, or is turned away with congestion.</summary>
    public int WaitingMax { get; init; } = 500;

    /// <summary>What a waiting caller is told of his place; null: nothing.</summary>
    public AnnouncementRule? Announcement { get; init; }

    /// <summary>When a caller may keep his place and hang up; null: never.</summary>
    public CallbackRule? Callback { get; init; }

    /// <summary>Where callers go when it is too much; the first that holds counts.</summary>
    public IReadOnlyList<OverflowRule> Overflow { get; init; } = [];

    /// <summary>When it is open; null: always.</summary>
    public string? Calendar { get; init; }

    /// <summary>The agent who talked with the caller last is waited for; null: nobody is.</summary>
    public LastAgentRule? LastAgent { get; init; }

    /// <summary>How long the caller's personal manager is waited for; null: not at all.</summary>
    public int? PersonalManagerWaitSeconds { get; init; }

    /// <summary>Whether its agents may take whom they choose, out of turn; else they are given the next.</summary>
    public bool AgentsMayPick { get; init; }

    /// <summary>By how much a point of priority makes a caller older than he is.</summary>
    public int SecondsPerPriorityPoint { get; init; } = 10;

    public QueueId Queue => new(Id);

    public TimeSpan RingFor => TimeSpan.FromSeconds(RingSeconds);

    public TimeSpan WrapUpFor => TimeSpan.FromSeconds(WrapUpSeconds);
}

/// <summary>From then on, less is asked for.</summary>
public sealed record RelaxationStep(int AfterSeconds, string Requirement = "");

/// <summary>How often a waiting caller is told what.</summary>
public sealed record AnnouncementRule
{
    public int FirstAfterSeconds { get; init; } = 30;

    public int EverySeconds { get; init; } = 60;

    public bool Position { get; init; } = true;

    public bool EstimatedWait { get; init; }
}

/// <summary>When a call-back is offered, and how it is tried.</summary>
public sealed record CallbackRule
{
    public int? OfferAfterSeconds { get; init; }

    public int? OfferAtEstimatedWaitSeconds { get; init; }

    public int AttemptsMax { get; init; } = 3;

    public int RetrySeconds { get; init; } = 300;
}

/// <summary>Under this condition callers go elsewhere.</summary>
public sealed record OverflowRule
{
    public required OverflowWhen When { get; init; }

    /// <summary>Callers for <c>length</c>, seconds for <c>wait</c> and <c>estimated-wait</c>; otherwise null.</summary>
    public int? Threshold { get; init; }

    public RuleTarget? Target { get; init; }

    /// <summary>Heard before; empty for none.</summary>
    public string Prompt { get; init; } = "";
}

/// <summary>When it is too much.</summary>
public enum OverflowWhen
{
    Length,
    Wait,
    Closed,
    NoAgents,
    EstimatedWait,
}

/// <summary>How long ago the last talk may be, and how long its agent is waited for.</summary>
public sealed record LastAgentRule(int WithinMinutes = 1_440, int WaitSeconds = 30);
