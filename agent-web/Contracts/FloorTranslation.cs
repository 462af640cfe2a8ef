using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>The words of the domain as they travel to a supervisor's page.</summary>
internal static class FloorTranslation
{
    public static FloorSetUp ToFloorSetUp(this CentreRules rules) => new(
        [.. rules.All<GroupRule>().Select(group => new NamedView(group.Id, group.Name))],
        [.. rules.All<SkillRule>().Select(skill => new NamedView(skill.Id, skill.Name))],
        [.. rules.ToReasonViews()]);

    public static FloorAgentState ToFloorState(this AgentView view) => new(view.Status, view.Reason, view.Since)
    {
        LimitAt = view.LimitAt,
        Obstacle = view.Obstacle,
        NextReason = view.NextReason,
        Call = view.Call is { } call
            ? new FloorCall(call.Interaction.ToString(), call.Kind, call.Stage, call.Queue.Value, StageSince(call))
            {
                Number = new DeskNumber(call.Number.Kind, call.Number.Shown),
                Client = call.Client?.ToFloorClient(),
                Help = call.Help.ToDesk(),
            }
            : null,
    };

    public static AgentFiguresView ToView(this AgentFigures figures, WorkToday work) => new(
        figures.Contacts,
        figures.Handling.Handled,
        Seconds(figures.Handling.Talk),
        Seconds(figures.Handling.Hold),
        Seconds(figures.Handling.WrapUp),
        Seconds(work.Busy),
        Seconds(work.Idle),
        work.Kind,
        work.Since);

    public static QueueFiguresView ToView(this QueueFigures figures) => new(
        figures.Offered,
        figures.Answered,
        figures.AnsweredWithin,
        figures.Abandoned,
        figures.AbandonedWithin,
        figures.LeftOtherwise,
        Seconds(figures.Wait),
        figures.Handling.Handled,
        Seconds(figures.Handling.Talk),
        Seconds(figures.Handling.Hold),
        Seconds(figures.Handling.WrapUp));

    /// <param name="contact">Who waits.</param>
    /// <param name="since">Since when he has his place in the line; null: since he came to it.</param>
    /// <param name="priority">With all that adds to it; null: nothing is known but what was given by hand.</param>
    public static FloorCaller ToFloorCaller(this Contact contact, DateTimeOffset? since, int? priority) => new(
        contact.Interaction.ToString(),
        Sequence: 0,
        contact.Kind,
        contact.Queue?.Value ?? "",
        contact.Number is { } number ? new DeskNumber(number.Kind, number.Shown) : null,
        contact.Client?.ToFloorClient(),
        contact.Place?.Since ?? since ?? contact.WaitsSince!.Value,
        priority ?? contact.PointsGiven,
        contact.PointsGiven)
    {
        Place = contact.Place?.Where,
        AssignedTo = contact.Assigned?.Agent.ToString(),
        AssignedUntil = contact.Assigned?.Until,
        DueAt = contact.DueAt,
    };

    /// <summary>For whoever may not know who calls.</summary>
    public static FloorAgent WithoutPeople(this FloorAgent agent) => agent.State?.Call is { } call
        ? agent with { State = agent.State with { Call = call with { Number = null, Client = null, Help = null } } }
        : agent;

    public static FloorChange WithoutPeople(this FloorChange change) => change with
    {
        Agents = change.Agents?.Select(WithoutPeople).ToList(),
        Callers = null,
        CallersGone = null,
    };

    private static FloorClient ToFloorClient(this CallerIdentity client) =>
        new(client.Client.ToString(), client.DisplayName, client.IsVip);

    // When what he sees of the call began.
    private static DateTimeOffset StageSince(CallView call) =>
        call.EndedAt ?? call.AudioLostSince ?? call.HeldSince ?? call.ConnectedAt ?? call.OfferedAt;

    private static double Seconds(TimeSpan span) => Math.Round(span.TotalSeconds, 1);
}
