using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Simulation;

/// <summary>
/// What the callers of a recorded day bring along. Whoever left has the patience that he had, and would have been a
/// mean caller of his queue. Whoever was answered has a patience longer than his wait: how much longer is drawn, by his
/// own luck, from those of his queue who waited as long and left later.
/// </summary>
internal static class LengthsOfCalls
{
    public static IReadOnlyDictionary<InteractionId, DayCaller> Of(IReadOnlyList<RecordedCaller> callers)
    {
        var everywhere = MeanOf(callers);
        return callers.GroupBy(static caller => caller.Queue)
            .SelectMany(queue => Of([.. queue], everywhere))
            .ToDictionary();
    }

    private static IEnumerable<KeyValuePair<InteractionId, DayCaller>> Of(
        List<RecordedCaller> queue, DayCaller? everywhere)
    {
        var mean = MeanOf(queue) ?? everywhere ?? new DayCaller(null, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        var patience = new PatienceCurve(queue
            .Where(static caller => caller.IsAnswered || caller.LeftAt is not null)
            .Select(static caller => (WaitOf(caller), !caller.IsAnswered)));
        foreach (var caller in queue)
        {
            yield return KeyValuePair.Create(caller.Id, caller switch
            {
                { IsAnswered: true } => new DayCaller(
                    patience.PatienceOf(caller.Id, WaitOf(caller)), caller.Ring, caller.Talk, caller.WrapUp),
                { LeftAt: not null } => mean with { Patience = WaitOf(caller) },
                _ => mean,
            });
        }
    }

    private static TimeSpan WaitOf(RecordedCaller caller) => caller.Outcome(default).Wait;

    private static DayCaller? MeanOf(IReadOnlyList<RecordedCaller> callers)
    {
        var answered = callers.Where(static caller => caller.IsAnswered).ToList();
        return answered.Count == 0 ? null : new DayCaller(
            null, Mean(static caller => caller.Ring), Mean(static caller => caller.Talk),
            Mean(static caller => caller.WrapUp));

        TimeSpan Mean(Func<RecordedCaller, TimeSpan> length) =>
            TimeSpan.FromTicks((long)answered.Average(caller => (double)length(caller).Ticks));
    }
}
