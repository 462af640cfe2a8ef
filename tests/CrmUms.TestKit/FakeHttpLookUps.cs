using CrmUms.Acd.Ports;

namespace CrmUms.TestKit;

/// <summary>Other systems answer what the test says, or nobody answers.</summary>
public sealed class FakeHttpLookUps : IHttpLookUps
{
    /// <summary>By address; others get no answer.</summary>
    public Dictionary<string, HttpReply> Answers { get; } = [];

    public Task<HttpReply> AskAsync(HttpQuestion question, CancellationToken cancellation) =>
        Answers.TryGetValue(question.Url, out var answer)
            ? Task.FromResult(answer)
            : Task.FromException<HttpReply>(new HttpRequestException("Nobody is there."));
}
