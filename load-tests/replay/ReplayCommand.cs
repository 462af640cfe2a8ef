using System.Text.Json;
using CrmUms.Acd;
using CrmUms.Acd.Routing.Simulation;
using CrmUms.Storage;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Events;

namespace CrmUms.Replay;

/// <summary>
/// Plays a recorded day again: first to prove that it comes out as it was, then, when asked, with other rules.
/// </summary>
internal static class ReplayCommand
{
    private const int Differs = 1;
    private const int BadInput = 2;

    // Of a day with hundreds of thousands of decisions; nobody waits behind it.
    private static readonly TimeSpan StatementFor = TimeSpan.FromMinutes(5);

    // The last talks of the day end by then.
    private static readonly TimeSpan Afterwards = TimeSpan.FromHours(2);

    public static async Task<int> RunAsync(string connectionString, DateOnly date, string? rulesFile)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(new AcdOptions().TimeZone);
        var (from, to) = (MidnightOf(date, zone), MidnightOf(date.AddDays(1), zone));
        await using var database = new PostgresDatabase(
            new PostgresOptions { ConnectionString = connectionString, StatementFor = StatementFor });
        var tape = await new PostgresRouterTape(database, new EventCatalog(AcdEvents.Manifests))
            .ReadAsync(from, to + Afterwards, CancellationToken.None);
        Console.WriteLine($"{date:yyyy-MM-dd} in {zone.Id}: {tape.Events.Count:N0} events of the router");
        var proof = Prove(tape);
        if (proof.Difference is { } difference)
        {
            ReplayReport.Write(difference);
            return Closed(Differs, new { date, same = proof.Same, differs = true });
        }

        Console.WriteLine($"{proof.Same:N0} decisions, made again: every one is the same, to its last ground");
        return rulesFile is null
            ? Closed(0, new { date, same = proof.Same, differs = false })
            : await CompareAsync(new RecordedDay(tape, Read(tape, from, to), zone), date, rulesFile);
    }

    private static DateTimeOffset MidnightOf(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    private static TapeProof Prove(RecordedTape tape)
    {
        var proof = new TapeProof();
        foreach (var happened in tape.Events)
        {
            proof.On(happened);
        }

        return proof;
    }

    private static DayReader Read(RecordedTape tape, DateTimeOffset from, DateTimeOffset to)
    {
        var reader = new DayReader(from, to);
        foreach (var happened in tape.Events)
        {
            reader.On(happened);
        }

        return reader;
    }

    private static async Task<int> CompareAsync(RecordedDay recorded, DateOnly date, string rulesFile)
    {
        var (tape, reader, zone) = recorded;
        var export = await ReadExportAsync(rulesFile);
        if (export is null)
        {
            return BadInput;
        }

        var (rules, problems) = ChangedRules.Read(export.Value, tape.Rules);
        if (rules is null)
        {
            foreach (var problem in problems)
            {
                var details = string.Join(", ", problem.Args.Select(each => $"{each.Key} {each.Value}"));
                Console.Error.WriteLine($"{rulesFile}: {problem.Field} {problem.Code} {details}");
            }

            return BadInput;
        }

        var day = reader.Day();
        var before = DaySimulator.Run(day, new CoreRouter(), zone);
        var after = DaySimulator.Run(rules.On(day, tape.Callers), new CoreRouter(), zone);
        var report = new ReplayReport(day, reader.Result(), before, after);
        report.Write();
        return Closed(0, report.Summary(date));
    }

    private static async Task<JsonElement?> ReadExportAsync(string file)
    {
        try
        {
            return JsonElement.Parse(await File.ReadAllTextAsync(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            Console.Error.WriteLine($"{file} cannot be read: {failure.Message}");
            return null;
        }
    }

    private static int Closed(int code, object summary)
    {
        Console.WriteLine(JsonSerializer.Serialize(summary, JsonSerializerOptions.Web));
        return code;
    }

    private sealed record RecordedDay(RecordedTape Tape, DayReader Reader, TimeZoneInfo Zone);
}
