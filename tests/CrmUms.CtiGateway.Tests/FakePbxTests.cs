using CrmUms.TestKit.Contracts;

namespace CrmUms.CtiGateway.Tests;

/// <summary>The fake that scenario tests rest on is held to the contract that the real PBX is held to.</summary>
public sealed class FakePbxCallControlTests : CallControlContract
{
    protected override Task<PbxStage> RaiseStageAsync() => Task.FromResult<PbxStage>(new FakePbxStage());
}

/// <summary>The same for prompts.</summary>
public sealed class FakePbxPromptsTests : PromptsContract
{
    protected override Task<PbxStage> RaiseStageAsync() => Task.FromResult<PbxStage>(new FakePbxStage());
}

/// <summary>The same for voicemail.</summary>
public sealed class FakePbxLegRecordingTests : LegRecordingContract
{
    protected override Task<PbxStage> RaiseStageAsync() => Task.FromResult<PbxStage>(new FakePbxStage());
}

/// <summary>The same for calls to the outside.</summary>
public sealed class FakePbxOutboundLegsTests : OutboundLegsContract
{
    protected override Task<PbxStage> RaiseStageAsync() => Task.FromResult<PbxStage>(new FakePbxStage());
}

/// <summary>The same for conferences.</summary>
public sealed class FakePbxConferenceTests : ConferenceContract
{
    protected override Task<PbxStage> RaiseStageAsync() => Task.FromResult<PbxStage>(new FakePbxStage());
}

/// <summary>The same for phones.</summary>
public sealed class FakePbxPhonesTests : AgentPhonesContract
{
    protected override Task<PbxStage> RaiseStageAsync() => Task.FromResult<PbxStage>(new FakePbxStage());
}

/// <summary>The same for supervisors.</summary>
public sealed class FakePbxSupervisionTests : SupervisionContract
{
    protected override Task<PbxStage> RaiseStageAsync() => Task.FromResult<PbxStage>(new FakePbxStage());
}
