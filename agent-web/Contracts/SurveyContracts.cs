using CrmUms.Acd.Figures;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>What clients thought of us from one day to another, both included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="TimeZone">IANA name of the zone that days are counted in.</param>
/// <param name="All">The whole centre.</param>
/// <param name="Queues">Each queue; without an id: asked in none.</param>
/// <param name="Agents">Each agent; without an id: asked without having talked with anybody.</param>
internal sealed record SurveysView(
    DateOnly From,
    DateOnly To,
    string TimeZone,
    SurveyGroupView All,
    IReadOnlyList<SurveyGroupView> Queues,
    IReadOnlyList<SurveyGroupView> Agents);

/// <param name="Id">Of a queue or an agent; null where there was none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Figures">As the catalog defines them; null where nobody was asked.</param>
/// <param name="Scores">How often each score was given.</param>
internal sealed record SurveyGroupView(
    string? Id, string? Name, SurveyFigures Figures, IReadOnlyList<SurveyScoreView> Scores);

internal sealed record SurveyScoreView(SurveyKind Kind, int Lowest, int Highest, int Score, int Count);

/// <summary>One answer of the client, in the detail of an interaction.</summary>
internal sealed record HistoryScoreView(SurveyKind Kind, string Question, int Score, int Lowest, int Highest);
