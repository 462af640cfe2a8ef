using System.Text.Json;

namespace CrmUms.Acd.Routing.Simulation;

/// <summary>
/// Plays a router's tape again and compares each decision, to the last ground, with the one on the tape.
/// </summary>
public sealed class TapeProof
{
    private readonly RoutingReplay _replay = new();
    private readonly Queue<RoutingDecision> _decided = [];
    private bool _hasBegun;
    private object? _heard;

    /// <summary>Decisions that were made again as they stand on the tape.</summary>
    public int Same { get; private set; }

    /// <summary>The first one that was not; null while there is none.</summary>
    public TapeDifference? Difference { get; private set; }

    /// <summary>The next event of the tape.</summary>
    public void On(object happened)
    {
        if (happened is CallerRouted routed)
        {
            Compare(routed);
            return;
        }

        _hasBegun |= happened is RouterStarted or RouterStood;
        if (happened is RouterStarted)
        {
            _decided.Clear(); // The life before ended before it could put them on tape.
        }

        Report(recorded: null);
        _heard = happened;
        foreach (var decision in _replay.On(happened))
        {
            _decided.Enqueue(decision);
        }
    }

    private void Compare(CallerRouted routed)
    {
        var recorded = new RoutingDecision(routed.Interaction, routed.Agent, routed.Reason);
        if (_decided.TryPeek(out var decided) && Text(decided) == Text(recorded))
        {
            _decided.Dequeue();
            Same++;
        }
        else if (_hasBegun)
        {
            Report(recorded);
        }
    }

    private void Report(RoutingDecision? recorded)
    {
        var hasDecided = _decided.TryDequeue(out var decided);
        if (recorded is not null || hasDecided)
        {
            Difference ??= new TapeDifference(_heard, recorded, decided);
        }

        _decided.Clear();
    }

    // Lists in a reason are equal when they read alike.
    private static string Text(RoutingDecision decision) => JsonSerializer.Serialize(decision);
}

/// <summary>A decision that comes out otherwise.</summary>
/// <param name="Heard">What the router had heard before.</param>
/// <param name="Recorded">What it decided; null: nothing more.</param>
/// <param name="Replayed">What it decides now; null: nothing more.</param>
public sealed record TapeDifference(object? Heard, RoutingDecision? Recorded, RoutingDecision? Replayed);
