using System.Globalization;
using System.Text.Json;
using CrmUms.Acd.Routing.Simulation;

namespace CrmUms.RoutingBenches.Quality;

/// <summary>
/// How well the day goes, not how quickly it is decided: the product's routing beside the simplest one and beside one
/// that knows the future. All of them decide the same day in the same simulator.
/// </summary>
internal static class QualityBench
{
    private static readonly Dictionary<string, double> NoWeights = [];

    private static readonly Dictionary<string, double> Weights = new()
    {
        ["skill-fit"] = 10,
        ["idle-time"] = 0.2,
        ["occupancy"] = 2,
    };

    // Prefers whoever can do nothing else, so that the others are free for callers whom few can help.
    private static readonly Dictionary<string, double> Specialists = new(Weights) { ["breadth"] = 10 };

    private static readonly Foresight[] Foresights =
    [
        .. from seconds in new[] { 30, 60, 120 }
           from price in new[] { 0, 0.1, 0.2 }
           select new Foresight(TimeSpan.FromSeconds(seconds), price),
    ];

    public static int Run()
    {
        var centre = new SyntheticDay();
        Console.WriteLine(
            $"{SyntheticDay.CallersCount:N0} callers, {SyntheticDay.Agents} agents in three shifts, six queues, two"
            + " peaks; virtual time, always the same day");
        Console.WriteLine("cost: seconds of waiting, up to 30 more for a poor fit, 120 more for a caller who left");
        Console.WriteLine();
        Console.WriteLine($"{"",-22} wait, s  in 20 s, %  fit, %  left  occupied, %  cost");
        var simplest = Figures(centre, "first free", "longest-idle", NoWeights, new FirstFreeRouter(centre));
        QualityFigures[] ours =
        [
            Figures(centre, "longest-idle (default)", "longest-idle", NoWeights, new CoreRouter()),
            Figures(centre, "weighted", "weighted", Weights, new CoreRouter()),
            Figures(centre, "weighted, nobody held", "weighted", Weights, new CoreRouter(), isHeld: false),
            Figures(centre, "specialists first", "weighted", Specialists, new CoreRouter(), isHeld: false),
        ];
        var clairvoyant = Foresights
            .Select(foresight => Figures(
                centre, "clairvoyant", "longest-idle", NoWeights, new ClairvoyantRouter(centre, foresight)))
            .MinBy(static figures => figures.Cost)!;
        foreach (var row in (QualityFigures[])[simplest, .. ours, clairvoyant])
        {
            Console.WriteLine(
                $"{row.Name,-22} {row.AverageWaitSeconds,7:N1} {100 * row.ServiceLevel,11:N1} {100 * row.Fit,7:N1}"
                + $" {row.Abandoned,5:N0} {100 * row.Occupancy,12:N1} {row.Cost,5:N1}");
        }

        var gaps = ours.Select(row => Gap(simplest, row, clairvoyant)).ToList();
        WriteGaps(gaps);
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                bench = "routing-quality",
                callers = SyntheticDay.CallersCount,
                agents = SyntheticDay.Agents,
                rows = (QualityFigures[])[simplest, .. ours, clairvoyant],
                gapClosed = gaps,
            },
            JsonSerializerOptions.Web));
        return 0;
    }

    private static QualityFigures Figures(
        SyntheticDay centre, string name, string strategy, Dictionary<string, double> weights, IDayRouter router,
        bool isHeld = true)
    {
        var day = centre.With(strategy, weights, isHeld);
        var result = DaySimulator.Run(day, router, TimeZoneInfo.Utc);
        var figures = DayFigures.Of(day, result);
        var staff = centre.Staff.ToDictionary(static agent => agent.Id);
        var (fits, cost) = (new List<double>(), 0.0);
        foreach (var caller in centre.Callers)
        {
            var outcome = result.Callers[caller.Id];
            if (outcome.Agent is { } agent)
            {
                fits.Add(centre.FitOf(caller.Skill, staff[agent]));
                cost += DayCost.Of(outcome.Wait, fits[^1]);
            }
            else
            {
                cost += DayCost.OfLoss(outcome.Wait);
            }
        }

        return new QualityFigures(
            name,
            Math.Round(figures.AverageWaitSeconds, 2),
            Math.Round(figures.ServiceLevel, 4),
            Math.Round(fits.Average(), 4),
            figures.Abandoned,
            Math.Round(figures.Occupancy, 4),
            Math.Round(cost / centre.Callers.Count, 2));
    }

    private static GapClosed Gap(QualityFigures simplest, QualityFigures ours, QualityFigures clairvoyant)
    {
        return new GapClosed(
            ours.Name,
            Share(static row => row.AverageWaitSeconds),
            Share(static row => -row.ServiceLevel),
            Share(static row => -row.Fit),
            Share(static row => row.Abandoned),
            Share(static row => row.Cost));

        // Where the clairvoyant is no better, because it gave this up for something else, there is no gap to close.
        double? Share(Func<QualityFigures, double> badness)
        {
            var gap = badness(simplest) - badness(clairvoyant);
            return gap > 0 ? Math.Round((badness(simplest) - badness(ours)) / gap, 3) : null;
        }
    }

    private static void WriteGaps(List<GapClosed> gaps)
    {
        Console.WriteLine();
        Console.WriteLine("of the gap between first free and clairvoyant, closed, % (below 0: worse than first free)");
        foreach (var gap in gaps)
        {
            Console.WriteLine(
                $"{gap.Name,-22} {Percent(gap.Wait),7} {Percent(gap.ServiceLevel),11} {Percent(gap.Fit),7}"
                + $" {Percent(gap.Abandoned),5} {"",12} {Percent(gap.Cost),5}");
        }

        Console.WriteLine();
    }

    private static string Percent(double? share) =>
        share is { } known ? (100 * known).ToString("N0", CultureInfo.InvariantCulture) : "-";
}

/// <summary>How a day went; cost is the mean of all callers.</summary>
internal sealed record QualityFigures(
    string Name,
    double AverageWaitSeconds,
    double ServiceLevel,
    double Fit,
    int Abandoned,
    double Occupancy,
    double Cost);

/// <summary>Shares of the gap between the simplest and the clairvoyant; null where there is none.</summary>
internal sealed record GapClosed(
    string Name, double? Wait, double? ServiceLevel, double? Fit, double? Abandoned, double? Cost);
