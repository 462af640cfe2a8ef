using System.Text.Json.Serialization;
using CrmUms.Acd.Rules;
using CrmUms.AgentWeb.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace CrmUms.AgentWeb.Errors;

/// <summary>How a problem is written, independent of what the rest of the wire uses.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(PromptUseView[]))]
[JsonSerializable(typeof(RuleProblem[]))]
internal sealed partial class ProblemJson : JsonSerializerContext;
