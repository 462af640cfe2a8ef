using CrmUms.Acd.Shared;
using CrmUms.Recording.Ports;
using CrmUms.TestKit;
using CrmUms.TestKit.Contracts;

namespace CrmUms.Recording.Tests.Ports;

public sealed class FakeRecordingIndexTests : RecordingIndexContract
{
    private readonly FakeRecordingIndex _index = new();

    protected override IRecordingIndex Index => _index;

    protected override Task ArriveAsync(InteractionId interaction, string rawFile, DateTimeOffset at)
    {
        _index.Arrived(interaction, rawFile, at);
        return Task.CompletedTask;
    }

    protected override Task EndAsync(InteractionId interaction, DateTimeOffset at)
    {
        _index.Ended(interaction);
        return Task.CompletedTask;
    }
}
