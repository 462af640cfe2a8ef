using System.Collections.Immutable;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;

namespace CrmUms.TestKit;

/// <summary>Rules that play what a test says.</summary>
public sealed class FakePromptUsage : IPromptUsage
{
    private ImmutableList<PromptUse> _uses = [];

    public void Add(PromptUse use) => ImmutableInterlocked.Update(ref _uses, uses => uses.Add(use));

    public void Forget(string prompt) =>
        ImmutableInterlocked.Update(ref _uses, uses => uses.RemoveAll(use => use.Prompt == prompt));

    public Task<IReadOnlyList<PromptUse>> ListAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PromptUse>>(_uses);
}
