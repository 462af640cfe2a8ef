using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// For whom a caller waits before anybody else may have him: who talked with him last, and his manager. Both are looked
// up while he hears a greeting. Where nothing is heard first, only a queue that asks for them waits for them, briefly.
public sealed partial class InteractionActor
{
    private const string PreferredTimer = "preferred";
    private static readonly TimeSpan PreferredWithin = TimeSpan.FromMilliseconds(500);

    private (AgentId Agent, DateTimeOffset Since)? _lastAgent;
    private int _preferredAwaited; // Look-ups without which he is not queued yet.

    private void ReceivePreferred()
    {
        Command<LastAgentFound>(found =>
        {
            _lastAgent = found.Agent is { } agent ? (agent, found.Since) : null;
            PreferredKnown();
        });
        Command<PreferredIsLate>(_ =>
        {
            _preferredAwaited = 0;
            Proceed();
        });
    }

    private static bool AsksForLastAgent(QueueRule rule) =>
        rule.LastAgent is not null || rule.Strategy == PreferredAgent.LastAgent;

    private static bool AsksForManager(QueueRule rule) =>
        rule.PersonalManagerWaitSeconds is not null || rule.Strategy == PreferredAgent.PersonalManager;

    private static bool AsksForSomebody(QueueRule rule) => AsksForLastAgent(rule) || AsksForManager(rule);

    /// <summary>Begins to ask who talked with him last, when any queue he might come to wants to know.</summary>
    private void LookUpLastAgent(CallerNumber number)
    {
        IEnumerable<QueueRule> queues = _entry is { } entry ? [entry.Rule] : _plan.Rules.All<QueueRule>();
        if (number.Number is not { } known || !queues.Any(AsksForLastAgent))
        {
            return;
        }

        var within = queues.Where(AsksForLastAgent).Max(rule => (rule.LastAgent ?? new LastAgentRule()).WithinMinutes);
        var since = _services.Now.AddMinutes(-within);
        _services.LastAgents.FindAsync(known, since, NoCancellation).PipeTo(
            Self,
            success: agent => new LastAgentFound(agent, since),
            failure: error =>
            {
                _services.Log.LookUpFailed(_id, error);
                return new LastAgentFound(null, since);
            });
    }

    /// <summary>He is queued when it is known whom he would like, or when that takes too long.</summary>
    private void AwaitPreferred(QueueRule rule)
    {
        _preferredAwaited = (AsksForLastAgent(rule) ? 1 : 0) + (AsksForManager(rule) ? 1 : 0);
        Timers.StartSingleTimer(PreferredTimer, PreferredIsLate.Instance, PreferredWithin);
    }

    private void PreferredKnown()
    {
        if (_preferredAwaited > 0 && --_preferredAwaited == 0)
        {
            Timers.Cancel(PreferredTimer);
            Enqueue();
        }
    }

    // He is known by the same look-up as the client.
    private void ManagerKnown()
    {
        if (_entry is { } entry && AsksForManager(entry.Rule))
        {
            PreferredKnown();
        }
    }

    private List<PreferredAgent> Preferred()
    {
        if (Assigned is { } assigned)
        {
            return [assigned];
        }

        var preferred = new List<PreferredAgent>();
        if (AsksForLastAgent(Queue) && _lastAgent is { } last)
        {
            preferred.Add(new PreferredAgent(last.Agent, null, PreferredAgent.LastAgent));
        }

        if (AsksForManager(Queue) && State.Identity?.ManagerId is { } manager)
        {
            preferred.Add(new PreferredAgent(manager, null, PreferredAgent.PersonalManager));
        }

        return preferred;
    }

    private sealed record LastAgentFound(AgentId? Agent, DateTimeOffset Since);

    private sealed record PreferredIsLate
    {
        public static PreferredIsLate Instance { get; } = new();
    }
}
