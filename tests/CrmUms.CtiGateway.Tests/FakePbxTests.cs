using CrmUms.Acd.Shared;
using CrmUms.TestKit.Contracts;

namespace CrmUms.CtiGateway.Tests;

/// <summary>The fake that scenario tests rest on is held to the contract that the real PBX is held to.</summary>
public sealed class FakePbxCallControlTests : CallControlContract
{
    protected override Task<PbxStage> RaiseStageAsync() => Task.FromResult<PbxStage>(new FakePbxStage());

    protected override Task EndPromptAsync(LegId caller)
    {
        ((FakePbxStage)Stage).FinishPrompt(caller);
        return Task.CompletedTask;
    }
}

/// <summary>The same for phones.</summary>
public sealed class FakePbxPhonesTests : AgentPhonesContract
{
    protected override Task<PbxStage> RaiseStageAsync() => Task.FromResult<PbxStage>(new FakePbxStage());
}
