using System.Text.Json;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Floor;

/// <summary>Command to the <c>floor</c> actor: this page watches from now on. Not answered.</summary>
internal sealed record WatchFloor(IFloorPage Page);

/// <summary>Command to the <c>floor</c> actor: this page is gone. Not answered.</summary>
internal sealed record LeaveFloor(string PageId);

/// <summary>Query to the <c>floor</c> actor: answered by <see cref="FloorSnapshot"/> once it is known.</summary>
/// <param name="SeesPeople">Whether it says who calls.</param>
internal sealed record GetFloor(bool SeesPeople);

/// <summary>Command to the <c>floor</c> actor: somebody has come or gone who works here. Not answered.</summary>
internal sealed record StaffMoved;

/// <summary>Command to the <c>floor</c> actor: this employee may see it no longer, or not so. Not answered.</summary>
internal sealed record CloseFloor(Guid Employee);

/// <summary>Command to the <c>floor</c> actor: this agent's page watches from now on. Not answered.</summary>
internal sealed record WatchWork(IWorkPage Page);

/// <summary>Command to the <c>floor</c> actor: this agent's page is gone. Not answered.</summary>
internal sealed record LeaveWork(string PageId);

/// <summary>Query to the <c>floor</c> actor: answered by <see cref="WorkSnapshot"/> once it is known.</summary>
internal sealed record GetWork(AgentId Agent);

/// <summary>One page of an agent who watches the queues that he serves. Sending neither waits nor throws.</summary>
internal interface IWorkPage
{
    string Id { get; }

    AgentId Agent { get; }

    /// <param name="change">A <see cref="WorkChange"/>, written already.</param>
    void Send(JsonElement change);

    void Beat(FloorBeat beat);

    /// <summary>Lets the page go: it comes again, and asks for all of it.</summary>
    void Close();
}

/// <summary>One page that watches the floor. Sending neither waits nor throws.</summary>
internal interface IFloorPage
{
    string Id { get; }

    /// <summary>Whose it is.</summary>
    Guid Employee { get; }

    /// <summary>Whether it may know who calls.</summary>
    bool SeesPeople { get; }

    /// <param name="change">A <see cref="FloorChange"/>, written already.</param>
    void Send(JsonElement change);

    void Beat(FloorBeat beat);

    /// <summary>Lets the page go: it comes again, and asks for all of it.</summary>
    void Close();
}
