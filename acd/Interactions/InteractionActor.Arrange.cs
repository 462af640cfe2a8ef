using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// What is journalled of those who share an interaction is made audible: one arrangement at a time, and whatever else is
// to be done with their legs waits for its end.
public sealed partial class InteractionActor
{
    private const string ArrangeTimer = "arrange";

    private readonly HashSet<ConversationId> _rooms = []; // That may stand in the PBX because of us.
    private readonly List<Action> _afterArranging = [];
    private Audibles _audible = Audibles.Unknown; // As far as the PBX has said so.
    private Audibles? _arranging;
    private LegId? _ownerLeg; // The agent's leg, when he has another than was journalled.
    private Arrangement _arrangement; // What the last one is for.
    private int _arrangeRetries;

    private LegId? OwnerLeg => _ownerLeg ?? State.AgentLeg;

    private void ReceiveArrange()
    {
        Command<Arranged>(OnArranged);
        Command<ArrangeFailed>(OnArrangeFailed);
        Command<ArrangeAgain>(_ => BeginArranging());
    }

    /// <summary>Until now the client and his agent were alone: what they hear is known from the stage.</summary>
    private void KnowAudiblesOfTwo()
    {
        _rooms.Add(State.Conversation);
        _audible = Audibles.Of(State, OwnerLeg);
        if (State.Stage == InteractionStage.Held)
        {
            _audible = _audible with { Parked = [] }; // He stands alone where he talked.
        }
    }

    /// <summary>Makes what everybody hears agree with the state.</summary>
    private void Arrange(Arrangement arrangement) => AfterArranging(() =>
    {
        (_arrangement, _arrangeRetries) = (arrangement, 0);
        BeginArranging();
    });

    private void BeginArranging()
    {
        if (!State.IsInTalk || _arranging is not null)
        {
            return;
        }

        var wanted = Audibles.Of(State, OwnerLeg);
        _arranging = wanted;
        if (wanted.Room is { } room)
        {
            _rooms.Add(room);
        }

        _audible.BecomeAsync(wanted, Music, _services.Pbx).PipeTo(
            Self,
            success: gone => new Arranged(wanted, gone),
            failure: error => new ArrangeFailed(error));
    }

    /// <summary>Now, or when the arrangement that is being made is made.</summary>
    private void AfterArranging(Action then)
    {
        if (_arranging is null)
        {
            then();
        }
        else
        {
            _afterArranging.Add(then);
        }
    }

    private void OnArranged(Arranged arranged)
    {
        _arrangeRetries = 0;
        Timers.Cancel(ArrangeTimer);
        _audible = arranged.Gone is null ? arranged.Wanted : Audibles.Unknown;
        if (arranged.Gone is null)
        {
            DissolveRooms(except: arranged.Wanted.Room);
        }

        if (arranged.Gone is null && State is { IsInTalk: true, Trouble: not null })
        {
            Keep(new ArrangementMade(_id, _services.Now), () =>
            {
                InformAgent();
                EndArranging();
            });
            return;
        }

        EndArranging();
        if (State.IsInTalk && arranged.Gone is { } gone)
        {
            OnLegGone(gone);
        }
    }

    // Whoever talks must know that he is not heard as his page says.
    private void OnArrangeFailed(ArrangeFailed failed)
    {
        _services.Log.StepFailed(_id, "arrange", failed.Cause);
        _audible = Audibles.Unknown;
        if (State.IsInTalk && State.Trouble?.Arrangement != _arrangement)
        {
            Keep(new ArrangementFailed(_id, _arrangement, _services.Now), EndFailedArranging);
        }
        else
        {
            EndFailedArranging();
        }
    }

    // The next comparison does it in any case.
    private void EndFailedArranging()
    {
        EndArranging();
        if (!State.IsInTalk)
        {
            return;
        }

        if (_arrangeRetries++ < RetriesMax)
        {
            Timers.StartSingleTimer(ArrangeTimer, ArrangeAgain.Instance, RetryAfter);
        }

        InformAgent();
    }

    private TroubleView? TroubleOf(InteractionState state) => state.Trouble is { } trouble
        ? new TroubleView(trouble.Arrangement, trouble.At, IsTriedAgain: _arrangeRetries <= RetriesMax)
        : null;

    private void EndArranging()
    {
        _arranging = null;
        while (_arranging is null && _afterArranging.Count > 0)
        {
            var next = _afterArranging[0];
            _afterArranging.RemoveAt(0);
            next();
        }
    }

    private void OnLegGone(LegId leg)
    {
        if (State.HasCaller && leg == State.Caller)
        {
            CallerLeft();
        }
        else if (State.PartyOf(leg) is { } party)
        {
            OnPartyLegGone(party);
        }
        else if (leg == OwnerLeg)
        {
            LoseOwnerAudio();
        }
        else
        {
            BeginArranging(); // He has left meanwhile.
        }
    }

    private void DissolveRooms(ConversationId? except)
    {
        foreach (var room in _rooms.Where(room => room != except).ToList())
        {
            _rooms.Remove(room);
            Dissolve(room);
        }
    }

    private sealed record Arranged(Audibles Wanted, LegId? Gone);

    private sealed record ArrangeFailed(Exception Cause);

    private sealed record ArrangeAgain
    {
        public static ArrangeAgain Instance { get; } = new();
    }
}
