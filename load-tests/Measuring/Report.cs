using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmUms.LoadTests.Measuring;

/// <summary>What a bench found: lines for people while it runs, one line of JSON at the end.</summary>
internal sealed class Report(string bench)
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly Dictionary<string, object> _figures = new()
    {
        ["bench"] = bench,
        ["at"] = TimeProvider.System.GetUtcNow(),
        ["cores"] = Machine.Cores,
    };

    private readonly List<string> _missed = [];

    public static void Title(string words) => Console.WriteLine($"\n{words}");

    public static void Line(string name, string words) => Console.WriteLine($"  {name,-26} {words}");

    public void Keep(string name, object figures) => _figures[name] = figures;

    /// <summary>Holds a figure against its budget.</summary>
    public void Hold(string what, double figure, double limit, bool isMinimum = false)
    {
        var isMet = isMinimum ? figure >= limit : figure <= limit;
        var words = $"{what}: {figure:0.##} ({(isMinimum ? "at least" : "at most")} {limit:0.##})";
        Line("", $"{(isMet ? "met" : "MISSED")}  {words}");
        if (!isMet)
        {
            _missed.Add(words);
        }
    }

    public string ToJson()
    {
        _figures["missed"] = _missed;
        return JsonSerializer.Serialize(_figures, Wire);
    }
}
