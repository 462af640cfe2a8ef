namespace CrmUms.Acd.Ivr.Saying;

/// <summary>One recording that sayings are made of.</summary>
/// <param name="Name">Name of the prompt, the same in every language that has it: <c>say-20</c>.</param>
/// <param name="Words">What is spoken.</param>
public sealed record SayingPrompt(string Name, string Words);
