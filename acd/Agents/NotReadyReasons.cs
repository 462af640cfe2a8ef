namespace CrmUms.Acd.Agents;

/// <summary>
/// Why an agent takes no interactions. The codes stand in the journal: a released one is never renamed.
/// </summary>
public static class NotReadyReasons
{
    /// <summary>Just signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>An offer rang out.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>The page has been gone for too long.</summary>
    public const string PageClosed = "page-closed";

    /// <summary>The audio leg could not be kept open.</summary>
    public const string AudioLost = "audio-lost";

    /// <summary>The microphone does not work.</summary>
    public const string NoMicrophone = "no-microphone";

    /// <summary>Ready, and nobody seemed to be at the page.</summary>
    public const string Inactive = "inactive";

    /// <summary>What the program says. What an agent may choose stands in the rules.</summary>
    public static IReadOnlyList<string> OfTheProgram { get; } =
        [SignedIn, NoAnswer, PageClosed, AudioLost, NoMicrophone, Inactive];
}
