using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Desks;

/// <summary>News on the event stream for an agent's page that his desk hands on as it is.</summary>
internal interface IDeskNews
{
    AgentId Agent { get; }

    DeskEvent ToEvent(long sequence);
}

/// <summary>A supervisor has told him something: his page asks what.</summary>
internal sealed record NoticesChanged(AgentId Agent) : IDeskNews
{
    public DeskEvent ToEvent(long sequence) => new DeskEvent.NoticesChanged(sequence);
}

/// <summary>Somebody has written in a room that he is in.</summary>
internal sealed record ChatSaid(AgentId Agent, ChatMessageView Message) : IDeskNews
{
    public DeskEvent ToEvent(long sequence) => new DeskEvent.ChatSaid(sequence, Message);
}

/// <summary>His figures of today have moved.</summary>
internal sealed record OwnFiguresChanged(AgentId Agent, AgentFiguresView Figures) : IDeskNews
{
    public DeskEvent ToEvent(long sequence) => new DeskEvent.FiguresChanged(sequence, Figures);
}
