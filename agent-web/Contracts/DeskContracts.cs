using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.AgentWeb.Contracts;

// What travels between a desk's page and the hub. WIRE.md explains it; tests/wire holds one golden file per message.

public sealed record DeskSnapshot(long Sequence, DateTimeOffset ServerNow, DeskAgent Agent, DeskCall? Call);

public abstract record DeskEvent(long Sequence)
{
    public abstract string Type { get; }

    public sealed record AgentChanged(long Sequence, DeskAgent Agent) : DeskEvent(Sequence)
    {
        public override string Type => "agentChanged";
    }

    public sealed record CallChanged(long Sequence, DeskCall? Call) : DeskEvent(Sequence)
    {
        public override string Type => "callChanged";
    }

    /// <summary>Somebody has told the agent something: <c>GET /api/notices</c>.</summary>
    public sealed record NoticesChanged(long Sequence) : DeskEvent(Sequence)
    {
        public override string Type => "noticesChanged";
    }

    /// <summary>Somebody has written in a room that he is in, or he himself.</summary>
    public sealed record ChatSaid(long Sequence, ChatMessageView Message) : DeskEvent(Sequence)
    {
        public override string Type => "chatSaid";
    }

    public sealed record FiguresChanged(long Sequence, AgentFiguresView Figures) : DeskEvent(Sequence)
    {
        public override string Type => "figuresChanged";
    }

    /// <summary>All colleagues, queues and skills: the page has begun to look at them.</summary>
    public sealed record DirectoryShown(long Sequence, DirectoryView Directory) : DeskEvent(Sequence)
    {
        public override string Type => "directoryShown";
    }

    public sealed record DirectoryChanged(long Sequence, DirectoryChange Change) : DeskEvent(Sequence)
    {
        public override string Type => "directoryChanged";
    }

    public sealed record SignedOut(long Sequence, string Reason) : DeskEvent(Sequence)
    {
        public override string Type => "signedOut";
    }
}

public sealed record DeskAgent(
    string AgentId,
    string DisplayName,
    AgentStatus Status,
    string? Reason,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    string? NextReason,
    AudioStatus Audio)
{
    public DateTimeOffset? LimitAt { get; init; }

    public string? Obstacle { get; init; }

    public bool IsAutoAnswered { get; init; }

    public int WrapUpExtensionSeconds { get; init; }

    public int UnansweredInARow { get; init; }

    public int InactivityMinutes { get; init; }

    public FailedDial? FailedDial { get; init; }

    public EndedTalk? EndedTalk { get; init; }

    public DeskSupervision? Supervision { get; init; }
}

/// <summary>The other agent's talk that a supervisor is in, as that agent sees it.</summary>
public sealed record DeskSupervision(string InteractionId, string AgentId, SupervisionMode Mode, DeskCall Call);

public sealed record DeskCall(
    string InteractionId,
    CallKind Kind,
    string Stage,
    string QueueId,
    string QueueName,
    string Dialled,
    DeskNumber Number,
    DeskClient? Client,
    DateTimeOffset ArrivedAt,
    DateTimeOffset OfferedAt,
    DateTimeOffset? ConnectedAt,
    DateTimeOffset? HeldSince,
    DateTimeOffset? AudioLostSince,
    bool IsMuted,
    DateTimeOffset? EndedAt,
    string? Ending)
{
    public string? AssistantSummary { get; init; }

    public bool IsOwner { get; init; } = true;

    public ValueList<DeskParty> Parties { get; init; } = new([]);

    public DeskTransfer? Transfer { get; init; }

    public DeskHandOver? HandOver { get; init; }

    public DeskSupervisor? Supervisor { get; init; }

    public DeskHelp? Help { get; init; }

    public DeskTrouble? Trouble { get; init; }

    public DeskScreenPop? ScreenPop { get; init; }
}

/// <summary>What of this call the PBX has not done yet: people hear each other as they did before.</summary>
public sealed record DeskTrouble(Arrangement Arrangement, DateTimeOffset Since, bool IsTriedAgain);

/// <summary>The help that the agent asks for, and who has come.</summary>
public sealed record DeskHelp(string Reason, DateTimeOffset AskedAt, string? Helper);

/// <summary>What the page opens for this caller: by itself at the offer, or when the agent wants it.</summary>
public sealed record DeskScreenPop(string Url, bool IsAutomatic);

/// <summary>The supervisor who is in the talk.</summary>
public sealed record DeskSupervisor(string Name, SupervisionMode Mode);

public sealed record DeskNumber(CallerNumberKind Kind, string Shown);

public sealed record DeskClient(
    string Id, ClientKind Kind, string DisplayName, string GreetingName, bool IsVip, string? PersonalManager);

public sealed record CommandReply(bool Accepted, AgentRefusal? Refusal)
{
    public static CommandReply Done { get; } = new(true, null);

    public static CommandReply Refused(AgentRefusal reason) => new(false, reason);
}

public sealed record WrapUpForm(string? Topic, string? Result, string? Note);

/// <summary>What a page measures; the figures are null when they are not known.</summary>
public sealed record QualityReport(
    bool MicrophoneSilent, bool NetworkBad, double? Loss, double? JitterMs, double? RttMs);

/// <summary>What a page has measured of a stretch of a talk.</summary>
public sealed record TalkQualityReport(
    double Seconds,
    double Mos,
    double MosLeast,
    double Loss,
    double? JitterMs,
    double? RttMs,
    bool MicrophoneSilent);

public sealed record PhoneView(
    string SipUri, string UserName, string Secret, string WebSocketUrl, IReadOnlyList<string> IceServers)
{
    // Leaves the secret out, so that no log can show it.
    public override string ToString() => UserName;
}

public sealed record DeskOptionsView(
    IReadOnlyList<string> NotReadyReasons,
    IReadOnlyList<ReasonView> Reasons,
    IReadOnlyList<string> Results,
    IReadOnlyList<TopicView> Topics,
    int NoteMax);

public sealed record ReasonView(string Code, TopicNames Names, string Colour, int? LimitMinutes, bool Choosable);

public sealed record TopicView(string Id, string? ParentId, TopicNames Names);

public sealed record TopicNames(string Ru, string Uz, string En);
