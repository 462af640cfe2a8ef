using System.Globalization;

namespace CrmUms.Acd.Rules;

/// <summary>
/// How far a zone is from Greenwich. A machine without the tz database still knows the zones of the country: they have
/// had no summer time since 1992.
/// </summary>
public static class CalendarZone
{
    private static readonly Dictionary<string, TimeSpan> Fixed = new(StringComparer.Ordinal)
    {
        ["UTC"] = TimeSpan.Zero,
        ["Asia/Tashkent"] = TimeSpan.FromHours(5),
        ["Asia/Samarkand"] = TimeSpan.FromHours(5),
    };

    /// <summary>Whether hours can be told in this zone.</summary>
    public static bool IsKnown(string? zone) => OffsetOf(zone, DateTimeOffset.UnixEpoch) is not null;

    /// <summary>The zone's distance from Greenwich at an instant; null for an unknown zone.</summary>
    public static TimeSpan? OffsetOf(string? zone, DateTimeOffset at)
    {
        if (string.IsNullOrEmpty(zone))
        {
            return null;
        }

        if (zone[0] is '+' or '-')
        {
            return FixedOffset(zone);
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info) ? info.GetUtcOffset(at)
            : Fixed.TryGetValue(zone, out var offset) ? offset
            : null;
    }

    private static TimeSpan? FixedOffset(string text)
    {
        var isRead = TimeSpan.TryParseExact(
            text.AsSpan(1), "hh\\:mm", CultureInfo.InvariantCulture, out var offset);
        return !isRead || offset > TimeSpan.FromHours(14) ? null : text[0] == '-' ? -offset : offset;
    }
}
