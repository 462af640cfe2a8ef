using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmUms.CtiGateway.Tests.Wire;

/// <summary>What went over one WebSocket, one message a line, in order: <c>Wire/Recorded/*.jsonl</c>.</summary>
/// <param name="From">Who sent it: <c>us</c> or <c>asterisk</c>.</param>
/// <param name="Message">The message as it was.</param>
internal sealed record WireLine(
    [property: JsonPropertyName("from")] string From,
    [property: JsonPropertyName("message")] JsonElement Message)
{
    public static string FileOf(string name) =>
        Path.Combine(Repository.Root, "tests/CrmUms.CtiGateway.Tests/Wire/Recorded", name + ".jsonl");

    public static IReadOnlyList<WireLine> Read(string name) =>
        [.. File.ReadLines(FileOf(name)).Select(line => JsonSerializer.Deserialize<WireLine>(line)!)];

    public string? Text(string property) =>
        Message.TryGetProperty(property, out var value) ? value.GetString() : null;
}
