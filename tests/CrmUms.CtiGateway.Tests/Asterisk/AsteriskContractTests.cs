using CrmUms.TestKit.Contracts;

[assembly: AssemblyFixture(typeof(CrmUms.CtiGateway.Tests.Asterisk.AsteriskServer))]

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>The contract that the fake keeps, kept by a real Asterisk.</summary>
[Collection("asterisk")]
public sealed class AsteriskCallControlTests(AsteriskServer server) : CallControlContract
{
    protected override async Task<PbxStage> RaiseStageAsync() => await AsteriskStage.RaiseAsync(server);
}

/// <summary>The same for prompts.</summary>
[Collection("asterisk")]
public sealed class AsteriskPromptsTests(AsteriskServer server) : PromptsContract
{
    protected override async Task<PbxStage> RaiseStageAsync() => await AsteriskStage.RaiseAsync(server);
}

/// <summary>The same for voicemail.</summary>
[Collection("asterisk")]
public sealed class AsteriskLegRecordingTests(AsteriskServer server) : LegRecordingContract
{
    protected override async Task<PbxStage> RaiseStageAsync() => await AsteriskStage.RaiseAsync(server);
}

/// <summary>The same for calls to the outside.</summary>
[Collection("asterisk")]
public sealed class AsteriskOutboundLegsTests(AsteriskServer server) : OutboundLegsContract
{
    protected override async Task<PbxStage> RaiseStageAsync() => await AsteriskStage.RaiseAsync(server);
}

/// <summary>The same for conferences.</summary>
[Collection("asterisk")]
public sealed class AsteriskConferenceTests(AsteriskServer server) : ConferenceContract
{
    protected override async Task<PbxStage> RaiseStageAsync() => await AsteriskStage.RaiseAsync(server);
}

/// <summary>The same for phones.</summary>
[Collection("asterisk")]
public sealed class AsteriskPhonesTests(AsteriskServer server) : AgentPhonesContract
{
    protected override async Task<PbxStage> RaiseStageAsync() => await AsteriskStage.RaiseAsync(server);
}

/// <summary>The same for supervisors.</summary>
[Collection("asterisk")]
public sealed class AsteriskSupervisionTests(AsteriskServer server) : SupervisionContract
{
    protected override async Task<PbxStage> RaiseStageAsync() => await AsteriskStage.RaiseAsync(server);
}
