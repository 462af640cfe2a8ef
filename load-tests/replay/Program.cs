using System.Globalization;
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

return await ReplayCommand.RunAsync(connectionString, date, rulesFile);
