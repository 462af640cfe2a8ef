using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmUms.Acd.Rules;

/// <summary>How rules are written: camelCase fields, words in kebab-case, spans as numbers with their unit.</summary>
internal static class RuleJson
{
    public static JsonSerializerOptions Lenient { get; } = Make(JsonUnmappedMemberHandling.Skip);

    public static JsonSerializerOptions Strict { get; } = Make(JsonUnmappedMemberHandling.Disallow);

    public static RuleProblem ProblemOf(JsonException error)
    {
        var path = error.Path ?? "";
        var field = path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');
        // The only place that tells one from the other is the text.
        var isUnknown = error.Message.Contains("could not be mapped", StringComparison.Ordinal);
        return RuleFindings.Problem(isUnknown ? RuleCodes.UnknownField : RuleCodes.Malformed, field);
    }

    private static JsonSerializerOptions Make(JsonUnmappedMemberHandling unknown) => new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = unknown,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        // What a rule computes from its fields is none of them.
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.Strict,
        // People read journal and history: names stay as they are written. It never goes into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };
}
