using CrmUms.Acd.Figures;
using CrmUms.CrmCore.History;

namespace CrmUms.Storage.Acd;

/// <summary>Scores as acd.survey_answer has them.</summary>
internal sealed record SurveyScoreRow
{
    public string Kind { get; init; } = "";

    public string Question { get; init; } = "";

    public int Score { get; init; }

    public int Lowest { get; init; }

    public int Highest { get; init; }

    public int Count { get; init; }

    public string? QueueId { get; init; }

    public Guid? AgentId { get; init; }

    public HistoryScore ToHistory() => new(Words.Parse<SurveyKind>(Kind), Question, Score, Lowest, Highest);

    public SurveyScore ToScore() => new(Words.Parse<SurveyKind>(Kind), Question, Lowest, Highest, Score, Count);
}
