using CrmUms.Recording.Ports;
using CrmUms.TestKit;
using CrmUms.TestKit.Contracts;

namespace CrmUms.Recording.Tests.Ports;

/// <summary>The fake does what every index does.</summary>
public sealed class FakePromptIndexTests : PromptIndexContract
{
    protected override IPromptIndex Index { get; } = new FakePromptIndex();
}
