using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CrmUms.Acd.Shared;

namespace CrmUms.CrmCore.History;

/// <summary>A place in the history. On the wire it is an opaque word: <c>638…-0197…</c>.</summary>
public sealed record HistoryCursor(DateTimeOffset ArrivedAt, InteractionId Interaction)
{
    public override string ToString() =>
        ArrivedAt.UtcTicks.ToString(CultureInfo.InvariantCulture) + "-" + Interaction;

    public static bool TryParse(string? text, [NotNullWhen(true)] out HistoryCursor? cursor)
    {
        cursor = null;
        if (text?.Split('-') is not [var ticksText, var idText]
            || !long.TryParse(ticksText, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.UtcTicks
            || !Guid.TryParseExact(idText, "n", out var id))
        {
            return false;
        }

        cursor = new HistoryCursor(new DateTimeOffset(ticks, TimeSpan.Zero), new InteractionId(id));
        return true;
    }
}
