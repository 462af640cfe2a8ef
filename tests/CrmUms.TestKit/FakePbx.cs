using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit;

/// <summary>
/// A PBX without telephones: callers and agents do what the test says, requests are carried out at once, and facts are
/// told in the order in which they happen. Held to <see cref="Contracts.CallControlContract"/>, as the real one is.
/// </summary>
public sealed partial class FakePbx(Action<object> tell, TimeProvider clock) : ICallControl, IAgentPhones
{
    private readonly Lock _gate = new(); // Actors call from many threads; the fake is one thing.
    private readonly Dictionary<LegId, FakeLeg> _legs = [];
    private readonly HashSet<ConversationId> _conversations = [];
    private readonly Dictionary<AgentId, bool> _phones = []; // Provisioned agents, and whether registered.
    private readonly List<string> _requests = [];
    private int _legsMade;

    /// <summary>Every request, in words, in order: for tests that count them.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Whether agents' pages answer their audio leg by themselves, as real pages do.</summary>
    public bool AgentsAnswer { get; set; } = true;

    // ---------------------------------------------------------------- what callers and agents do

    /// <summary>A caller calls in and waits to be taken.</summary>
    public LegId ArriveCall(string dialled = "1000", string callerId = "+998901234567", string recordingFile = "")
    {
        var leg = new LegId($"caller-{Interlocked.Increment(ref _legsMade)}");
        var arrival = new CallArrived(leg, dialled, callerId, recordingFile, clock.GetUtcNow());
        Happen(() => _legs[leg] = new FakeLeg(leg) { Arrival = arrival, IsUp = false }, arrival);
        return leg;
    }

    /// <summary>The caller hangs up.</summary>
    public void HangUpCaller(LegId leg, int cause = 16) => EndLeg(leg, cause);

    /// <summary>The caller, or whom we called, presses a key.</summary>
    public void PressKey(LegId leg, char digit)
    {
        lock (_gate)
        {
            var pressing = Leg(leg);
            Report(new DigitReceived(leg, digit));
            if (pressing.RecordingEnd == digit)
            {
                EndRecording(pressing, TimeSpan.Zero);
            }
        }
    }

    /// <summary>All prompts that the leg hears come to their end.</summary>
    public void FinishPrompt(LegId leg, bool failed = false)
    {
        lock (_gate)
        {
            EndPrompt(Leg(leg), failed);
        }
    }

    /// <summary>The agent's page registers its phone.</summary>
    public void RegisterPhone(AgentId agent) => Happen(() => _phones[agent] = true, new AgentPhoneChanged(agent, true));

    /// <summary>The agent's page is gone: the registration ends, and with it his legs.</summary>
    public void UnregisterPhone(AgentId agent)
    {
        Happen(() => _phones[agent] = false, new AgentPhoneChanged(agent, false));
        foreach (var leg in LegsOf(agent))
        {
            EndLeg(leg, cause: 16);
        }
    }

    /// <summary>The agent's page answers his audio leg (needed only when <see cref="AgentsAnswer"/> is off).</summary>
    public void AnswerAgentLeg(AgentId agent)
    {
        lock (_gate)
        {
            foreach (var leg in _legs.Values.Where(leg => leg.Agent == agent && !leg.IsUp).ToList())
            {
                Open(leg);
            }
        }
    }

    /// <summary>The agent's audio leg breaks, while his phone stays registered.</summary>
    public void DropAgentLeg(AgentId agent)
    {
        foreach (var leg in LegsOf(agent))
        {
            EndLeg(leg, cause: 16);
        }
    }

    // ---------------------------------------------------------------- what can be seen

    /// <summary>What a leg hears now.</summary>
    public Hearing Hears(LegId leg)
    {
        lock (_gate)
        {
            return _legs.TryGetValue(leg, out var found) ? found.Hears(_legs.Values) : Hearing.Nothing;
        }
    }

    /// <summary>Whether two legs hear each other.</summary>
    public bool AreTalking(LegId one, LegId other) =>
        Hears(one) == new Hearing("leg", other.Value) && Hears(other) == new Hearing("leg", one.Value);

    /// <summary>Who hears whom with this leg, itself among them; empty when it is nowhere.</summary>
    public IReadOnlySet<LegId> CompanyOf(LegId leg)
    {
        lock (_gate)
        {
            return _legs.TryGetValue(leg, out var found) && found.Conversation is { } room
                ? _legs.Values.Where(other => other.Conversation == room).Select(other => other.Id).ToHashSet()
                : [];
        }
    }

    /// <summary>The meeting places that stand.</summary>
    public IReadOnlyList<ConversationId> Rooms
    {
        get
        {
            lock (_gate)
            {
                return [.. _conversations];
            }
        }
    }

    /// <summary>Whether nobody hears what this leg says.</summary>
    public bool IsMuted(LegId leg)
    {
        lock (_gate)
        {
            return _legs.TryGetValue(leg, out var found) && found.IsMuted;
        }
    }

    /// <summary>Whether a leg is still there.</summary>
    public bool IsAlive(LegId leg)
    {
        lock (_gate)
        {
            return _legs.ContainsKey(leg);
        }
    }

    /// <summary>Whether the agent's phone exists in the PBX.</summary>
    public bool HasPhone(AgentId agent)
    {
        lock (_gate)
        {
            return _phones.ContainsKey(agent);
        }
    }

    private List<LegId> LegsOf(AgentId agent)
    {
        lock (_gate)
        {
            return [.. _legs.Values.Where(leg => leg.Agent == agent).Select(leg => leg.Id)];
        }
    }

    private FakeLeg Leg(LegId leg) =>
        _legs.TryGetValue(leg, out var found) ? found : throw new ArgumentException($"There is no leg {leg}.");

    private void Happen(Action change, object fact)
    {
        lock (_gate)
        {
            change();
            Report(fact);
        }
    }

    private void EndLeg(LegId leg, int cause)
    {
        lock (_gate)
        {
            if (!_legs.TryGetValue(leg, out var ended))
            {
                return;
            }

            EndPrompt(ended, failed: false);
            EndRecording(ended, TimeSpan.Zero);
            _legs.Remove(leg);
            EndTaps(leg);
            Report(ended switch
            {
                { Agent: { } agent } => new AgentLegEnded(agent, leg),
                { Dial: not null } => EndOfDialled(ended, cause),
                _ => new CallerLegEnded(leg, cause, clock.GetUtcNow()),
            });
        }
    }

    private void EndPrompt(FakeLeg leg, bool failed)
    {
        if (leg.Prompt is { } prompt)
        {
            leg.Prompt = null;
            Report(new PromptFinished(prompt.Play, leg.Id, failed));
        }
    }

    private void Open(FakeLeg leg)
    {
        leg.IsUp = true;
        Report(new AgentLegOpened(leg.Agent!.Value, leg.Id));
    }
}

/// <summary>
/// What a leg hears: <c>nothing</c>, <c>music</c> of a class, <c>prompt</c> of names (<c>one+two</c>), <c>leg</c>.
/// </summary>
public sealed record Hearing(string Kind, string What)
{
    public static Hearing Nothing { get; } = new("nothing", "");
}
