using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Agents;

// What others set up for him: his rules, his name, whether he works here.
public sealed partial class AgentActor
{
    private CentreRules _rules = CentreRules.Empty; // The parent tells them after every start.
    private AgentRule? _rule;
    private bool _isDismissed;

    private void ReceiveSetup()
    {
        Command<CentreRulesChanged>(OnRulesChanged);
        Command<AgentRenamed>(OnRenamed);
        Command<DismissAgent>(_ => OnDismissed());
    }

    private bool MayChoose(string reason) => _rules.Find<ReasonRule>(reason) is { Choosable: true };

    private void OnRulesChanged(CentreRulesChanged changed)
    {
        var before = View();
        _rules = changed.Rules;
        _rule = _rules.Find<AgentRule>(AgentRule.IdOf(Id));
        TellWhetherSeen();
        WatchLimits(); // Limits may have moved while he stays where he is.
        if (View() with { Occupancy = before.Occupancy } != before)
        {
            Publish();
        }
    }

    private void OnRenamed(AgentRenamed renamed)
    {
        _isDismissed = false; // He works here, or nobody would say his name.
        if (renamed.Profile != _profile)
        {
            _profile = renamed.Profile;
            TellWhetherSeen();
            Publish();
        }
    }

    private void OnDismissed()
    {
        _isDismissed = true;
        LeaveIfDismissed();
    }

    // A caller in his hand is served to the end.
    private void LeaveIfDismissed()
    {
        if (_isDismissed && _state.Status is AgentStatus.NotReady or AgentStatus.Ready or AgentStatus.WrapUp)
        {
            LeaveDesk(() => { });
        }
    }
}

/// <summary>From the parent: this is how he is called now.</summary>
internal sealed record AgentRenamed(AgentProfile Profile);

/// <summary>From the parent: he does not work here any more. He goes when no caller is in his hand.</summary>
internal sealed record DismissAgent
{
    public static DismissAgent Instance { get; } = new();
}
