using CrmUms.Acd;
using CrmUms.Acd.Figures;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Acd;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>What clients think of us: by queue and by agent, over days of the centre.</summary>
internal static class SurveysEndpoints
{
    private const int DaysDefault = 7;
    private const int DaysMax = 400;

    public static void MapSurveys(this IEndpointRouteBuilder app) => app
        .MapGet("/api/surveys", GetAsync)
        .RequireAuthorization(Policies.Supervision)
        .Produces<SurveysView>();

    private static async Task<IResult> GetAsync(
        PostgresSurveys surveys,
        AcdServices acd,
        TimeProvider time,
        CancellationToken cancellation,
        string? from = null,
        string? to = null)
    {
        var last = DayFigures.DayOf(time.GetUtcNow(), acd.Zone);
        if (to is not null && !CentreDay.TryParse(to, out last))
        {
            return Problems.BadInput("to is yyyy-MM-dd, of this century or so.");
        }

        var first = last.AddDays(1 - DaysDefault);
        if (from is not null && !CentreDay.TryParse(from, out first))
        {
            return Problems.BadInput("from is yyyy-MM-dd, of this century or so.");
        }

        if (last.DayNumber - first.DayNumber is < 0 or >= DaysMax)
        {
            return Problems.BadInput($"from is not after to, and at most {DaysMax} days.");
        }

        var answers = await surveys.ReadAsync(
            DayFigures.MidnightOf(first, acd.Zone).ToUniversalTime(),
            DayFigures.MidnightOf(last.AddDays(1), acd.Zone).ToUniversalTime(),
            cancellation);
        return Results.Ok(answers.ToView(first, last, acd.Zone.Id));
    }
}
