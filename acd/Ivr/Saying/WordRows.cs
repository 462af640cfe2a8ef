namespace CrmUms.Acd.Ivr.Saying;

/// <summary>Writes vocabularies.</summary>
internal static class WordRows
{
    /// <summary>Prompts whose names count up: <c>say-day-1</c>, <c>say-day-2</c>…</summary>
    public static IEnumerable<SayingPrompt> Row(
        string before, string after, int first, int step, params string[] words) => words.Select((word, index) =>
        new SayingPrompt(before + FlowProblem.Text(first + (index * step)) + after, word));
}
