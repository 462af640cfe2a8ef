using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>A client who talks with the first agent, colleagues who are ready, and somebody outside.</summary>
internal sealed class SharedCall(AcdWorld world, LegId client, CallView call) : IAsyncDisposable
{
    public const string Outside = "+998711234567";

    public AcdWorld World => world;

    public LegId Client => client;

    public CallView Call => call;

    public AgentDriver First => world.Agent(1);

    public AgentDriver Second => world.Agent(2);

    public AgentDriver Third => world.Agent(3);

    public CallTarget ToSecond => new CallTarget.Agent(Second.Id);

    public CallTarget ToThird => new CallTarget.Agent(Third.Id);

    public CallTarget ToOutside { get; } = new CallTarget.Number(Outside);

    /// <summary>The leg of the last call to the outside.</summary>
    public LegId OutsideLeg => world.Pbx.Dialled[^1].Leg;

    public static async Task<SharedCall> BeginAsync(int agents = 3)
    {
        var world = await AcdWorld.StartAsync(agents);
        await world.Agent(1).GetReadyAsync();
        var client = world.Pbx.ArriveCall("1001");
        var call = await world.Agent(1).AnswerAsync();
        for (var number = 2; number <= agents; number++)
        {
            await world.Agent(number).GetReadyAsync();
        }

        return new SharedCall(world, client, call);
    }

    public async Task<CallView> SecondAnswersAsync() => await Second.AnswerAsync();

    /// <summary>These hear each other and nobody else does.</summary>
    public Task TalkAsync(params LegId[] legs) => AcdWorld.EventuallyAsync(
        () => world.Pbx.CompanyOf(legs[0]).SetEquals(legs),
        $"{string.Join(", ", legs)} talk");

    public Task HearsMusicAsync(LegId leg) =>
        AcdWorld.EventuallyAsync(() => world.Pbx.Hears(leg).Kind == "music", $"{leg} hears music");

    public Task IsGoneAsync(LegId leg) => AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(leg), $"{leg} is gone");

    /// <summary>The client has hung up, everybody is free: nothing is left in the PBX.</summary>
    public async Task NothingIsLeftAsync()
    {
        await AcdWorld.EventuallyAsync(() => world.Pbx.Rooms.Count == 0, "no room is left");
        world.Pbx.Snapshot().OutboundLegs.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
