using System.Collections.Immutable;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Figures;

/// <summary>
/// The figures of one day of the centre: the fold of what happened to interactions. What each figure means stands in
/// <see cref="FigureCatalog"/>.
/// </summary>
public sealed partial record DayFigures(DateOnly Day)
{
    public ImmutableDictionary<QueueId, QueueFigures> Queues { get; init; } =
        ImmutableDictionary<QueueId, QueueFigures>.Empty;

    public ImmutableDictionary<AgentId, AgentFigures> Agents { get; init; } =
        ImmutableDictionary<AgentId, AgentFigures>.Empty;

    /// <summary>What is not closed yet.</summary>
    public ImmutableDictionary<InteractionId, Contact> Contacts { get; init; } =
        ImmutableDictionary<InteractionId, Contact>.Empty;

    public QueueFigures Of(QueueId queue) => Queues.GetValueOrDefault(queue) ?? new QueueFigures(queue);

    public AgentFigures Of(AgentId agent) => Agents.GetValueOrDefault(agent) ?? new AgentFigures(agent);

    /// <summary>When a day of the centre begins.</summary>
    public static DateTimeOffset MidnightOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    /// <summary>To which day of the centre a moment belongs.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>On a later day all begins anew; who stands in a line is offered to that day.</summary>
    public DayFigures On(DateOnly day) => day <= Day
        ? this // A clock that was put back takes nothing away.
        : this with
        {
            Day = day,
            Agents = ImmutableDictionary<AgentId, AgentFigures>.Empty,
            Queues = Contacts.Values
                .Where(contact => contact.IsWaiting)
                .GroupBy(contact => contact.Queue!.Value)
                .ToImmutableDictionary(
                    waiting => waiting.Key,
                    waiting => new QueueFigures(waiting.Key)
                    {
                        Offered = waiting.Count(contact => contact.IsCounted),
                        Waiting = waiting.Count(),
                    }),
        };

    /// <param name="happened">What happened.</param>
    /// <param name="threshold">Within which time each queue wants to answer.</param>
    public DayFigures After(IInteractionEvent happened, Func<QueueId, TimeSpan> threshold)
    {
        var contact = Contacts.GetValueOrDefault(happened.Interaction);
        if (contact is null)
        {
            // Whatever is the first we hear of it; after its end nothing counts any more.
            if (happened is OutboundCallStarted placed)
            {
                return Placed(placed);
            }

            if (happened is not (InteractionArrived or VoicemailArrived))
            {
                return this;
            }

            contact = new Contact(happened.Interaction);
        }

        return Went(contact, happened) is { } went
            ? Keep(went).Counted(went, happened, threshold)
            : Counted(contact, happened, threshold);
    }

    private DayFigures Counted(Contact contact, IInteractionEvent happened, Func<QueueId, TimeSpan> threshold)
    {
        if (contact.Kind == CallKind.Outbound)
        {
            return OutboundCounted(contact, happened);
        }

        var at = happened.At;
        return happened switch
        {
            InteractionArrived arrived => Keep(contact with { Number = arrived.Number }),
            CallerIdentified identified => Keep(contact with { Client = identified.Identity }),
            PriorityGiven given => Keep(contact with { PointsGiven = given.Points }),
            CallerAssigned given => Keep(contact with { Assigned = (given.Agent, given.Until) }),
            CallerPicked picked => Keep(contact with { Assigned = (picked.Agent, picked.Until) }),
            InteractionOffered or CallerTakenOut when contact.Assigned is not null =>
                Keep(contact with { Assigned = null }),
            CallbackUnreached unreached => Keep(contact with { DueAt = unreached.AgainAt }),
            VoicemailArrived => Keep(contact with { Kind = CallKind.Voicemail }),
            InteractionQueued queued when contact.IsWaiting && contact.Queue == queued.Queue => this,
            InteractionQueued queued => LeftLine(contact).Stands(contact, queued.Queue, at),
            CallbackQueued queued =>
                LeftLine(contact).Stands(contact with { Kind = CallKind.Callback }, queued.Queue, at),
            QueueLeft or FlowStarted => LeftLine(contact),
            InteractionConnected connected => Connected(contact, connected, threshold),
            InteractionHeld => Keep(contact.Begin(ContactPart.Hold, at)),
            InteractionResumed or AgentAudioRestored => Keep(contact.Begin(ContactPart.Talk, at)),
            AgentAudioLost => Keep(contact.Begin(ContactPart.AudioLost, at)),
            AgentGivenUp when contact.Queue is { } queue => LetGo(contact, at).StandsAgain(contact, queue, at),
            TalkCompleted => Keep(contact.Begin(ContactPart.WrapUp, at)),
            InteractionEnded ended => Ended(contact, ended, threshold),
            WrapUpRecorded => LetGo(contact, at),
            InteractionClosed => Closed(contact, at),
            _ => this,
        };
    }

    private DayFigures Connected(
        Contact contact, InteractionConnected connected, Func<QueueId, TimeSpan> threshold)
    {
        var after = this;
        if (contact is { IsWaiting: true, Queue: { } queue })
        {
            var waited = Waited(contact, connected.At);
            after = after.Count(queue, figures => contact.IsCounted
                ? figures with
                {
                    Waiting = figures.Waiting - 1,
                    Answered = figures.Answered + 1,
                    AnsweredWithin = figures.AnsweredWithin + (waited <= threshold(queue) ? 1 : 0),
                    Wait = figures.Wait + waited,
                }
                : figures with { Waiting = figures.Waiting - 1 });
        }

        var isNew = contact.Agent != connected.Agent;
        after = isNew ? after.LetGo(contact, connected.At) : after;
        var own = after.Of(connected.Agent);
        var talking = isNew ? WithoutAgent(contact) : contact;
        return after.Keep(talking.Begin(ContactPart.Talk, connected.At) with
        {
            WaitsSince = null,
            IsCounted = false,
            Agent = connected.Agent,
        }) with
        {
            Agents = after.Agents.SetItem(connected.Agent, own with { Contacts = own.Contacts + (isNew ? 1 : 0) }),
        };
    }

    private DayFigures Ended(Contact contact, InteractionEnded ended, Func<QueueId, TimeSpan> threshold)
    {
        // Whoever was found gone after a gap had been served by nobody either.
        var gaveUp = ended.Ending is InteractionEnding.Abandoned or InteractionEnding.AbandonedRinging
            or InteractionEnding.EndedWhileAway;
        if (contact is { IsWaiting: true, IsCounted: true, Queue: { } queue } && gaveUp)
        {
            var isSoon = Waited(contact, ended.At) <= threshold(queue);
            return Count(queue, figures => figures with
            {
                Waiting = figures.Waiting - 1,
                Abandoned = figures.Abandoned + 1,
                AbandonedWithin = figures.AbandonedWithin + (isSoon ? 1 : 0),
            }).Keep(contact with { WaitsSince = null, IsCounted = false });
        }

        return contact.Agent is null
            ? LeftLine(contact)
            : Keep(contact.Begin(ContactPart.WrapUp, ended.At));
    }

    private DayFigures Closed(Contact contact, DateTimeOffset at)
    {
        var after = LeftLine(contact).LetGo(contact, at);
        return after with { Contacts = after.Contacts.Remove(contact.Interaction) };
    }

    // He stands in no line any more, and neither an agent nor his patience was the reason.
    private DayFigures LeftLine(Contact contact) => contact is { IsWaiting: true, Queue: { } queue }
        ? Count(queue, figures => figures with
        {
            Waiting = figures.Waiting - 1,
            LeftOtherwise = figures.LeftOtherwise + (contact.IsCounted ? 1 : 0),
        }).Keep(contact with { WaitsSince = null, IsCounted = false })
        : this;

    private DayFigures Stands(Contact contact, QueueId queue, DateTimeOffset at)
    {
        var isCounted = contact.Kind == CallKind.Call;
        return Count(queue, figures => figures with
        {
            Waiting = figures.Waiting + 1,
            Offered = figures.Offered + (isCounted ? 1 : 0),
        }).Keep(contact with { Queue = queue, WaitsSince = at, IsCounted = isCounted });
    }

    // He has been answered once, and is counted as that.
    private DayFigures StandsAgain(Contact contact, QueueId queue, DateTimeOffset at) =>
        Count(queue, figures => figures with { Waiting = figures.Waiting + 1 })
            .Keep(WithoutAgent(contact) with { WaitsSince = at, IsCounted = false });

    private DayFigures LetGo(Contact contact, DateTimeOffset at)
    {
        if (contact.Agent is not { } agent)
        {
            return this;
        }

        var done = contact.Begin(ContactPart.None, at);
        var own = Of(agent);
        var after = this with
        {
            Agents = Agents.SetItem(
                agent, own with { Handling = own.Handling.With(done.Talk, done.Hold, done.WrapUp) }),
        };
        after = contact.Queue is { } queue
            ? after.Count(queue, figures => figures with
            {
                Handling = figures.Handling.With(done.Talk, done.Hold, done.WrapUp),
            })
            : after;
        return after.Keep(WithoutAgent(contact));
    }

    private static Contact WithoutAgent(Contact contact) => contact with
    {
        Agent = null,
        Part = ContactPart.None,
        Talk = TimeSpan.Zero,
        Hold = TimeSpan.Zero,
        WrapUp = TimeSpan.Zero,
    };

    private static TimeSpan Waited(Contact contact, DateTimeOffset at) =>
        at > contact.WaitsSince!.Value ? at - contact.WaitsSince.Value : TimeSpan.Zero;

    private DayFigures Count(QueueId queue, Func<QueueFigures, QueueFigures> change) =>
        this with { Queues = Queues.SetItem(queue, change(Of(queue))) };

    private DayFigures Keep(Contact contact) =>
        this with { Contacts = Contacts.SetItem(contact.Interaction, contact) };
}
