using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit.Contracts;

/// <summary>The stage of <see cref="FakePbx"/>: everything happens at once.</summary>
public sealed class FakePbxStage : PbxStage
{
    private readonly FakePbx _pbx;

    public FakePbxStage()
    {
        _pbx = new FakePbx(Told, TimeProvider.System) { Callee = _ => Callee };
        _pbx.MissingPrompts.Add(MissingPrompt);
    }

    public override ICallControl Calls => _pbx;

    public override IAgentPhones Phones => _pbx;

    public override string LongPrompt => "long";

    public override string ShortPrompt => "short";

    public override string MissingPrompt => "missing";

    public override CalleeHabit Callee { get; set; }

    public override int DialledCount => _pbx.Dialled.Count;

    public override Task EndPromptAsync(LegId leg) => Do(() => _pbx.FinishPrompt(leg));

    public override Task CallInAsync(string dialled, string callerId) => Do(() => _pbx.ArriveCall(dialled, callerId));

    public override Task HangUpCallerAsync(LegId caller) => Do(() => _pbx.HangUpCaller(caller));

    public override Task PressKeyAsync(LegId caller, char digit) => Do(() => _pbx.PressKey(caller, digit));

    public override Task RegisterAsync(AgentId agent, PhoneCredentials credentials) =>
        Do(() => _pbx.RegisterPhone(agent));

    public override Task CloseAgentPageAsync(AgentId agent) => Do(() => _pbx.UnregisterPhone(agent));

    public override async Task<PbxSnapshot> ReconnectAsync()
    {
        _pbx.LoseLink();
        await FactAsync<PbxLinkLost>();
        _pbx.RestoreLink();
        return await FactAsync<PbxSnapshot>();
    }

    public override Task ShouldHearEachOtherAsync(LegId caller, LegId agent) =>
        Do(() => (_pbx.CanHear(caller, agent) && _pbx.CanHear(agent, caller)).ShouldBeTrue());

    public override Task ShouldHearAsync(LegId listener, LegId speaker) =>
        Do(() => _pbx.CanHear(listener, speaker).ShouldBeTrue());

    public override Task ShouldNotHearAsync(LegId listener, LegId speaker) =>
        Do(() => _pbx.CanHear(listener, speaker).ShouldBeFalse());

    public override Task ShouldHearMusicAsync(LegId caller, string musicClass) =>
        Do(() => _pbx.Hears(caller).ShouldBe(new Hearing("music", musicClass)));

    public override Task ShouldNotHearMusicAsync(LegId caller, string musicClass) =>
        Do(() => _pbx.Hears(caller).ShouldNotBe(new Hearing("music", musicClass)));

    public override Task ShouldHearPromptAsync(LegId leg) => Do(() => _pbx.Hears(leg).Kind.ShouldBe("prompt"));

    public override Task ShouldNotHearPromptAsync(LegId leg) => Do(() => _pbx.Hears(leg).Kind.ShouldNotBe("prompt"));

    public override DialledCall LastDialled(IEnumerable<string> headers)
    {
        var dial = _pbx.Dialled[^1];
        return new DialledCall(
            dial.Target.Text, dial.CallerId, headers.ToDictionary(name => name, name => dial.Headers[name]));
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task Do(Action happening)
    {
        happening();
        return Task.CompletedTask;
    }
}
