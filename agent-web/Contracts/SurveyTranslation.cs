using CrmUms.Acd.Figures;
using CrmUms.Storage.Acd;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>Answers of a period, by queue and by agent.</summary>
internal static class SurveyTranslation
{
    public static SurveysView ToView(this SurveyAnswers answers, DateOnly from, DateOnly to, string timeZone) => new(
        from,
        to,
        timeZone,
        GroupOf(null, null, answers.Scores),
        [
            .. answers.Scores.GroupBy(given => given.Queue).Select(queue => GroupOf(
                queue.Key?.Value,
                queue.Key is { } id ? answers.QueueNames.GetValueOrDefault(id, id.Value) : null,
                queue)),
        ],
        [
            .. answers.Scores.GroupBy(given => given.Agent).Select(agent => GroupOf(
                agent.Key?.ToString(),
                agent.Key is { } id ? answers.AgentNames.GetValueOrDefault(id, id.ToString()) : null,
                agent)),
        ]);

    private static SurveyGroupView GroupOf(string? id, string? name, IEnumerable<GivenScore> given)
    {
        var scores = given.Select(each => each.Score).ToList();
        return new SurveyGroupView(
            id,
            name,
            SurveyFigures.Of(scores),
            [
                .. from score in scores
                   group score by (score.Kind, score.Lowest, score.Highest, score.Score) into same
                   orderby same.Key
                   select new SurveyScoreView(
                       same.Key.Kind, same.Key.Lowest, same.Key.Highest, same.Key.Score,
                       same.Sum(score => score.Count)),
            ]);
    }
}
