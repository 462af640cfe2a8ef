using System.Buffers.Binary;
using System.Security.Cryptography;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Simulation;

/// <summary>
/// How long callers are ready to wait, from what is known of a day: of those who left exactly, of those who were
/// answered only that it was longer than they waited (Kaplan-Meier).
/// </summary>
internal sealed class PatienceCurve
{
    private readonly List<(TimeSpan Wait, double Staying)> _steps = [];

    public PatienceCurve(IEnumerable<(TimeSpan Wait, bool HasLeft)> seen)
    {
        var sorted = seen.OrderBy(static one => one.Wait).ToList();
        var staying = 1.0;
        for (var index = 0; index < sorted.Count; index++)
        {
            if (sorted[index].HasLeft)
            {
                staying *= 1 - (1.0 / (sorted.Count - index)); // So many were waiting still.
                _steps.Add((sorted[index].Wait, staying));
            }
        }
    }

    /// <summary>
    /// When somebody leaves who has waited so long without leaving. Beyond the longest wait that anybody broke off
    /// nothing is known: null, he stays.
    /// </summary>
    public TimeSpan? PatienceOf(InteractionId caller, TimeSpan waited)
    {
        var stayed = _steps.LastOrDefault(step => step.Wait <= waited, (TimeSpan.Zero, 1)).Staying;
        var chance = ChanceOf(caller);
        return _steps.Where(step => step.Wait > waited && step.Staying <= stayed * chance)
            .Select(static step => (TimeSpan?)step.Wait)
            .FirstOrDefault();
    }

    // His own luck, 0 to 1, the same in every simulation of him.
    private static double ChanceOf(InteractionId caller)
    {
        var hash = SHA256.HashData(caller.Value.ToByteArray());
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue;
    }
}
