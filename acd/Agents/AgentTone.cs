using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

/// <summary>
/// The short tone an agent hears before a caller who is answered for him. Its play says whose it is, so that its end
/// finds him.
/// </summary>
internal static class AgentTone
{
    /// <summary>The prompt; the same in every language.</summary>
    public const string Prompt = "beep";

    private const string Prefix = "tone-";
    private const int AgentLength = 32;

    public static PlayId PlayFor(AgentId agent, InteractionId interaction) => new($"{Prefix}{agent}-{interaction}");

    /// <summary>Who hears it; null when it is another play.</summary>
    public static AgentId? AgentOf(PlayId play) =>
        play.Value.StartsWith(Prefix, StringComparison.Ordinal)
        && play.Value.Length > Prefix.Length + AgentLength
        && Guid.TryParseExact(play.Value.Substring(Prefix.Length, AgentLength), "n", out var agent)
            ? new AgentId(agent)
            : null;
}
