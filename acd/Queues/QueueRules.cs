namespace CrmUms.Acd.Queues;

/// <summary>What makes no sense in a queue's configuration. Codes are stable; the page has the words.</summary>
internal static class QueueRules
{
    private static readonly string[] Languages = ["ru", "uz", "en"];

    /// <summary>The first problem, or null.</summary>
    public static string? ProblemOf(QueueConfiguration queue, IEnumerable<QueueConfiguration> others) =>
        queue switch
        {
            _ when !IsKey(queue.Queue.Value) => "queue-id-invalid",
            { Name.Length: 0 or > 100 } => "queue-name-invalid",
            { Skill.Length: 0 or > 50 } => "queue-skill-missing",
            _ when !Languages.Contains(queue.Language) => "queue-language-unknown",
            _ when queue.RingFor < TimeSpan.FromSeconds(3) || queue.RingFor > TimeSpan.FromMinutes(5) =>
                "queue-ring-time-invalid",
            _ when queue.WrapUpFor < TimeSpan.Zero || queue.WrapUpFor > TimeSpan.FromHours(1) =>
                "queue-wrap-up-time-invalid",
            { WaitingMax: < 1 or > 100_000 } => "queue-waiting-max-invalid",
            _ when others.Any(other => other.Queue != queue.Queue && other.Numbers.Intersect(queue.Numbers).Any()) =>
                "queue-number-taken",
            _ => null,
        };

    // Stands in URLs, file names and journal ids.
    private static bool IsKey(string text) =>
        text.Length is > 0 and <= 40
        && text.All(character =>
            char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'
        );
}
