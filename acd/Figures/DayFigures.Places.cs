using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Figures;

// Where contacts are when neither a line nor an agent has them: no figure counts it, the floor shows it.
public sealed partial record DayFigures
{
    /// <summary>The contact where it is now; null when it did not move.</summary>
    private static Contact? Went(Contact contact, IInteractionEvent happened) => happened switch
    {
        FlowStarted started => contact with { Flow = started.Flow, Place = At(ContactWhere.InFlow, started.At) },
        QueueLeft left => contact with { Place = At(ContactWhere.InFlow, left.At) },
        FlowNoted { Note: FlowNote.DialAnswered } noted when contact.Place is not null =>
            contact with { Place = At(ContactWhere.ThroughFlow, noted.At) },
        FlowNoted { Note: FlowNote.DialEnded } noted when contact.Place is { Where: ContactWhere.ThroughFlow } =>
            contact with { Place = At(ContactWhere.InFlow, noted.At) },
        TalkCompleted completed => contact with { Place = At(ContactWhere.AfterTalk, completed.At) },
        PartyInvited { Number: { } number } => contact with { Outside = number },
        InteractionHandedOutside outside => contact with { Place = At(ContactWhere.Forwarded, outside.At) },
        InteractionQueued or CallbackQueued or InteractionConnected or InteractionEnded
            when contact.Place is not null => contact with { Place = null },
        _ => null,
    };

    private static ContactPlace At(ContactWhere where, DateTimeOffset since) => new(where, since);

    private DayFigures Placed(OutboundCallStarted placed) => Keep(new Contact(placed.Interaction)
    {
        Kind = CallKind.Outbound,
        Number = new CallerNumber(CallerNumberKind.Known, placed.Number, placed.Number.E164),
    });

    // Calls that agents make are in no figure; whoever stands in a line stands in it, however he came there.
    private DayFigures OutboundCounted(Contact contact, IInteractionEvent happened) => happened switch
    {
        CallerIdentified identified => Keep(contact with { Client = identified.Identity }),
        PriorityGiven given => Keep(contact with { PointsGiven = given.Points }),
        CallerAssigned given => Keep(contact with { Assigned = (given.Agent, given.Until) }),
        CallerPicked picked => Keep(contact with { Assigned = (picked.Agent, picked.Until) }),
        InteractionOffered or CallerTakenOut when contact.Assigned is not null =>
            Keep(contact with { Assigned = null }),
        InteractionQueued queued when contact.IsWaiting && contact.Queue == queued.Queue => this,
        InteractionQueued queued => LeftLine(contact).Stands(contact, queued.Queue, queued.At),
        InteractionConnected or InteractionEnded or QueueLeft or FlowStarted => LeftLine(contact),
        InteractionClosed => LeftLine(contact) with { Contacts = Contacts.Remove(contact.Interaction) },
        _ => this,
    };
}
