using System.Globalization;
using CrmUms.Acd;
using CrmUms.Replay;

var (day, rulesFile) = args switch
{
    ["--day", var given] => (given, null),
    ["--day", var given, "--rules", var file] => (given, file),
    ["--rules", var file, "--day", var given] => (given, file),
    _ => (null, (string?)null),
};
if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
{
    Console.Error.WriteLine(
        "--day YYYY-MM-DD [--rules FILE]   FILE: rules as GET /api/rules gives them, or some of them");
    return 2;
}

if (Environment.GetEnvironmentVariable("CRMUMS_PG") is not { Length: > 0 } connectionString)
{
    Console.Error.WriteLine("Start it as ./ums replay: it says where the database is.");
    return 2;
}

// As the server is told it, and with its default.
var zone = Environment.GetEnvironmentVariable("Acd__TimeZone") ?? new AcdOptions().TimeZone;
if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var zoneInfo))
{
    Console.Error.WriteLine($"Acd__TimeZone: {zone} is no zone this machine knows.");
    return 2;
}

return await new ReplayCommand(connectionString, zoneInfo, Console.Out, Console.Error).RunAsync(date, rulesFile);
