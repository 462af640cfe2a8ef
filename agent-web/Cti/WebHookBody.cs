namespace CrmUms.AgentWeb.Cti;

/// <summary>What a web hook is sent. Events stand in it as they stand in the feed.</summary>
internal static class WebHookBody
{
    public static string Of(Guid hook, IEnumerable<string> events) =>
        $$"""{"webHookId":"{{hook:n}}","events":[{{string.Join(',', events)}}]}""";
}
