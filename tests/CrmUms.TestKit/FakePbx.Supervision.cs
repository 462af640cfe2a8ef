using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit;

// Supervisors in other people's talks.
public sealed partial class FakePbx
{
    private readonly Dictionary<SupervisionId, FakeTap> _taps = [];

    /// <summary>Taps that stand.</summary>
    public int TapCount
    {
        get
        {
            lock (_gate)
            {
                return _taps.Count;
            }
        }
    }

    public Task<LegOutcome> SuperviseAsync(
        SupervisionId supervision,
        LegId supervisor,
        LegId agent,
        SupervisionMode mode,
        CancellationToken cancellation) =>
        RequestAsync($"supervise {supervision} {agent} {mode}", LegOutcome () =>
        {
            foreach (var leg in new[] { supervisor, agent })
            {
                if (!_legs.ContainsKey(leg))
                {
                    return new LegOutcome.Gone(leg);
                }
            }

            _legs[supervisor].Conversation = null;
            foreach (var (other, tap) in _taps.Where(tap => tap.Value.Supervisor == supervisor).ToList())
            {
                _taps[other] = tap with { Supervisor = null }; // He has left it for the new one.
            }

            _taps[supervision] = new FakeTap(supervisor, agent, mode);
            return LegOutcome.Done.Instance;
        });

    public Task EndSupervisionAsync(SupervisionId supervision, CancellationToken cancellation) =>
        RequestAsync($"end supervision {supervision}", () => _taps.Remove(supervision));

    /// <summary>Whether what the speaker says reaches the listener.</summary>
    public bool CanHear(LegId listener, LegId speaker)
    {
        lock (_gate)
        {
            return _legs.TryGetValue(listener, out var listening)
                && listening is { MusicClass: null, Prompt: null }
                && _legs.TryGetValue(speaker, out var speaking)
                && (speaking is { IsMuted: false, Conversation: { } talk } && IsIn(listener, talk)
                    || Supervises(listener, speaker)
                    || IsSupervisedBy(listener, speaker));
        }
    }

    /// <summary>As the comparison after a restart of the server does.</summary>
    public void EndTaps()
    {
        lock (_gate)
        {
            _taps.Clear();
        }
    }

    private void EndTaps(LegId leg)
    {
        foreach (var (id, _) in _taps.Where(tap => tap.Value.Agent == leg).ToList())
        {
            _taps.Remove(id);
        }
    }

    private bool IsIn(LegId leg, ConversationId talk) => _legs[leg].Conversation == talk;

    // He hears the agent, and whomever the agent hears.
    private bool Supervises(LegId supervisor, LegId speaker) => _taps.Values.Any(tap =>
        tap.Supervisor == supervisor
        && (tap.Agent == speaker || (TalkOf(tap.Agent) is { } talk && IsIn(speaker, talk))));

    private bool IsSupervisedBy(LegId listener, LegId supervisor) => _taps.Values.Any(tap =>
        tap.Supervisor == supervisor
        && tap.Mode switch
        {
            SupervisionMode.Listen => false,
            SupervisionMode.Whisper => listener == tap.Agent,
            SupervisionMode.Barge =>
                listener == tap.Agent || (TalkOf(tap.Agent) is { } talk && IsIn(listener, talk)),
            _ => throw new NotSupportedException(tap.Mode.ToString()),
        });

    private ConversationId? TalkOf(LegId leg) => _legs.GetValueOrDefault(leg)?.Conversation;

    private sealed record FakeTap(LegId? Supervisor, LegId Agent, SupervisionMode Mode);
}
