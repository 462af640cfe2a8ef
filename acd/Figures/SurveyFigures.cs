namespace CrmUms.Acd.Figures;

/// <summary>
/// What clients think of us, by their answers. What each figure means stands in <see cref="FigureCatalog"/>.
/// </summary>
/// <param name="Answers">To any question.</param>
/// <param name="Csat">Share of the satisfied, 0 to 1; null when nobody was asked.</param>
/// <param name="CsatAverage">1 to 5.</param>
/// <param name="Nps">-100 to 100.</param>
/// <param name="Csi">0 to 1.</param>
public sealed record SurveyFigures(int Answers, double? Csat, double? CsatAverage, double? Nps, double? Csi)
{
    public static SurveyFigures Of(IReadOnlyCollection<SurveyScore> scores)
    {
        var csat = scores.Where(score => score.Kind == SurveyKind.Csat).ToList();
        var nps = scores.Where(score => score.Kind == SurveyKind.Nps).ToList();
        var csi = scores.Where(score => score.Kind == SurveyKind.Csi).ToList();
        return new SurveyFigures(
            CountOf(scores),
            ShareOf(csat, score => score.IsAtLeast(3, 4)),
            1 + (4 * AverageOf(csat)),
            100 * (ShareOf(nps, score => score.IsAtLeast(9, 10)) - ShareOf(nps, score => !score.IsAbove(6, 10))),
            csi.Count == 0 ? null : csi.GroupBy(score => score.Question).Average(question => AverageOf([.. question])));
    }

    private static int CountOf(IEnumerable<SurveyScore> scores) => scores.Sum(score => score.Count);

    private static double? ShareOf(List<SurveyScore> scores, Func<SurveyScore, bool> isMeant) =>
        scores.Count == 0 ? null : (double)CountOf(scores.Where(isMeant)) / CountOf(scores);

    /// <summary>0 where everybody has given the lowest score, 1 where everybody has given the highest.</summary>
    private static double? AverageOf(List<SurveyScore> scores) =>
        scores.Count == 0 ? null : scores.Sum(score => score.Height * score.Count) / CountOf(scores);
}

/// <summary>How often one score was given in answer to one question.</summary>
/// <param name="Kind">What the question measures.</param>
/// <param name="Question">Its key.</param>
/// <param name="Lowest">Beginning of its scale.</param>
/// <param name="Highest">End of its scale.</param>
/// <param name="Score">The answer.</param>
/// <param name="Count">How many gave it; at least 1.</param>
public sealed record SurveyScore(SurveyKind Kind, string Question, int Lowest, int Highest, int Score, int Count)
{
    /// <summary>Where on its scale it lies, 0 to 1.</summary>
    public double Height => (double)(Score - Lowest) / (Highest - Lowest);

    // In whole numbers: nine tenths must not depend on how a fraction is rounded.
    internal bool IsAtLeast(int part, int whole) => (Score - Lowest) * whole >= part * (Highest - Lowest);

    internal bool IsAbove(int part, int whole) => (Score - Lowest) * whole > part * (Highest - Lowest);
}

/// <summary>What a question of a survey measures. In journals and on the wire in small letters.</summary>
public enum SurveyKind
{
    /// <summary>Content with this talk.</summary>
    Csat,

    /// <summary>Would recommend us.</summary>
    Nps,

    /// <summary>Content with one side of the service, of several asked.</summary>
    Csi,
}
