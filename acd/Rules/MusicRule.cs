using CrmUms.Acd.Ports;

namespace CrmUms.Acd.Rules;

/// <summary>Music for those who wait or are held. Its key is what a queue names.</summary>
public sealed record MusicRule : IRule
{
    /// <summary>What the PBX came with; no rule stands for it.</summary>
    internal static readonly string[] OfThePbx = ["default", "soft"];

    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Prompts that are played one after the other, again and again.</summary>
    public IReadOnlyList<string> Tracks { get; init; } = [];

    /// <summary>In any order, anew for every caller.</summary>
    public bool Shuffled { get; init; }

    /// <summary>
    /// All music that can be heard now. Of a track any language will do, the centre's first; where none of the tracks
    /// is there, there is no such music, and callers hear the usual one.
    /// </summary>
    public static IReadOnlyList<MusicClass> PlayableIn(CentreRules rules, IPromptLibrary prompts) =>
    [
        .. from rule in rules.All<MusicRule>()
           let tracks = prompts.PromptsFor(rule.Tracks, rules.Settings.Language).Playable
           where tracks.Count > 0
           select new MusicClass(rule.Id, rule.Shuffled, tracks),
    ];
}

internal sealed class MusicKind() : RuleKind<MusicRule>("music")
{
    private const int TracksMax = 20;

    // A section of this name is not a music in the PBX.
    internal override bool IsId(string id) =>
        base.IsId(id) && id != "general" && !MusicRule.OfThePbx.Contains(id);

    protected override void Judge(MusicRule rule, CentreRules rules, RuleFindings findings)
    {
        findings.Text("name", rule.Name);
        findings.Count("tracks", rule.Tracks.Count, TracksMax);
        findings.Distinct("tracks", rule.Tracks);
        if (rule.Tracks.Count == 0)
        {
            findings.Add(RuleCodes.Missing, "tracks");
        }

        for (var index = 0; index < rule.Tracks.Count; index++)
        {
            findings.Text(RuleFindings.At("tracks", index), rule.Tracks[index]);
        }
    }
}
