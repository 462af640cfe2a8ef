using System.Text.Json;
using CrmUms.Acd;
using CrmUms.Acd.Routing.Simulation;
using CrmUms.Acd.Shared;
using CrmUms.Storage;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Events;
using CrmUms.Storage.Identity;
using CentreDay = CrmUms.Acd.Figures.DayFigures;

namespace CrmUms.Replay;

/// <summary>
/// Plays a recorded day again: first to prove that it comes out as it was, then, when asked, with other rules.
/// </summary>
internal sealed class ReplayCommand(
    string connectionString, TimeZoneInfo zone, TextWriter output, TextWriter errors)
{
    private const int Differs = 1;
    private const int BadInput = 2;

    // Of a day with hundreds of thousands of decisions; nobody waits behind it.
    private static readonly TimeSpan StatementFor = TimeSpan.FromMinutes(5);

    // The last talks of the day end by then.
    private static readonly TimeSpan Afterwards = TimeSpan.FromHours(2);

    public async Task<int> RunAsync(DateOnly date, string? rulesFile)
    {
        var (from, to) = (CentreDay.MidnightOf(date, zone), CentreDay.MidnightOf(date.AddDays(1), zone));
        await using var database = new PostgresDatabase(
            new PostgresOptions { ConnectionString = connectionString, StatementFor = StatementFor });
        var tape = await new PostgresRouterTape(database, new EventCatalog(AcdEvents.Manifests))
            .ReadAsync(from, to + Afterwards, CancellationToken.None);
        output.WriteLine($"{date:yyyy-MM-dd} in {zone.Id}: {tape.Events.Count:N0} events of the router");
        var proof = Prove(tape);
        if (proof.Difference is { } difference)
        {
            ReplayReport.Write(difference, await NamesAsync(database), output);
            return Closed(Differs, new { date, same = proof.Same, differs = true });
        }

        output.WriteLine($"{proof.Same:N0} decisions, made again: every one is the same, to its last ground");
        return rulesFile is null
            ? Closed(0, new { date, same = proof.Same, differs = false })
            : await CompareAsync(tape, Read(tape, from, to), await NamesAsync(database), date, rulesFile);
    }

    // Those who have left since too: the day may be old.
    private static async Task<AgentNames> NamesAsync(PostgresDatabase database) => new(
        (await new PostgresEmployeeStore(database, TimeProvider.System).ListAsync(CancellationToken.None))
        .ToDictionary(employee => new AgentId(employee.EmployeeId), employee => employee.DisplayName));

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

    private async Task<int> CompareAsync(
        RecordedTape tape, DayReader reader, AgentNames names, DateOnly date, string rulesFile)
    {
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
                errors.WriteLine($"{rulesFile}: {problem.Field} {problem.Code} {details}");
            }

            return BadInput;
        }

        var day = reader.Day();
        var before = DaySimulator.Run(day, new CoreRouter(), zone);
        var after = DaySimulator.Run(rules.On(day, tape.Callers), new CoreRouter(), zone);
        var report = new ReplayReport(day, reader.Result(), before, after);
        report.Write(names, zone, output);
        return Closed(0, report.Summary(date));
    }

    private async Task<JsonElement?> ReadExportAsync(string file)
    {
        try
        {
            return JsonElement.Parse(await File.ReadAllTextAsync(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            errors.WriteLine($"{file} cannot be read: {failure.Message}");
            return null;
        }
    }

    private int Closed(int code, object summary)
    {
        output.WriteLine(JsonSerializer.Serialize(summary, JsonSerializerOptions.Web));
        return code;
    }
}

/// <summary>What people call agents; whoever is not known any more stays his id.</summary>
internal sealed class AgentNames(IReadOnlyDictionary<AgentId, string> known)
{
    public string Of(AgentId agent) => known.TryGetValue(agent, out var name) ? name : agent.ToString();
}
