using System.Collections.Concurrent;
using CrmUms.Acd.Ports;
using CrmUms.CtiGateway.Tests.Asterisk;

namespace CrmUms.CtiGateway.Tests.Wire;

/// <summary>A gateway connected to a <see cref="FakeAsterisk"/>, and the facts that it tells.</summary>
internal sealed class WireStage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ActorSystem _system = ActorSystem.Create("wire");
    private readonly AsteriskGateway _gateway;
    private readonly TestLog _log = new();

    public WireStage(AsteriskOptions options)
    {
        var facts = _system.ActorOf(Props.Create(() => new FactTaker(Facts)), "facts");
        _gateway = AsteriskGateway.Start(_system, facts, options, _log, TimeProvider.System);
    }

    public ConcurrentQueue<object> Facts { get; } = new();

    public ICallControl Calls => _gateway.Calls;

    public string Log => _log.ToString();

    /// <summary>Waits until so many facts of this kind were told, and gives the last of them.</summary>
    public async Task<T> FactAsync<T>(int count = 1)
    {
        await Eventually.BeTrueAsync(
            () => Task.FromResult(Facts.OfType<T>().Count() >= count), Patience, $"{count} {typeof(T).Name}\n{Log}");
        return Facts.OfType<T>().ElementAt(count - 1);
    }

    public async ValueTask DisposeAsync()
    {
        await _system.Terminate();
        _gateway.Dispose();
    }

    private sealed class FactTaker : ReceiveActor
    {
        public FactTaker(ConcurrentQueue<object> facts) => ReceiveAny(facts.Enqueue);
    }
}
