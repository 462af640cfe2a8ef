namespace CrmUms.CtiGateway.Ari;

/// <summary>Asterisk's answer to one request.</summary>
/// <param name="Status">HTTP status code, over the WebSocket too.</param>
/// <param name="Body">JSON, or empty.</param>
internal sealed record AriReply(int Status, string Body)
{
    /// <summary>Our own answer to what is carried out later.</summary>
    public static AriReply Accepted { get; } = new(202, "");

    public bool IsDone => Status is >= 200 and < 300;

    /// <summary>What we asked to make exists already: a repeat.</summary>
    public bool IsRepeat => Status == 409;

    public bool IsMissing => Status == 404;
}
