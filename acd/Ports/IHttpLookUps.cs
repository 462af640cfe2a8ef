namespace CrmUms.Acd.Ports;

/// <summary>Asks other systems for flows. Implemented by the gateway.</summary>
public interface IHttpLookUps
{
    /// <summary>Asks once. Any status is an answer.</summary>
    /// <exception cref="Exception">Nobody answered in time, or the answer is too long.</exception>
    Task<HttpReply> AskAsync(HttpQuestion question, CancellationToken cancellation);
}

/// <summary>What is asked. Secrets may stand in it: it is never logged.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">An http or https address.</param>
/// <param name="Headers">Further headers.</param>
/// <param name="Body">JSON, or empty.</param>
/// <param name="Within">The whole exchange.</param>
public sealed record HttpQuestion(
    string Method, string Url, IReadOnlyDictionary<string, string> Headers, string Body, TimeSpan Within)
{
    /// <summary>Leaves everything out.</summary>
    public override string ToString() => Method;
}

/// <summary>What came back.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Body">At most as long as a flow reads.</param>
public sealed record HttpReply(int Status, string Body)
{
    /// <summary>Leaves the answer out: it is about a client.</summary>
    public override string ToString() => Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
