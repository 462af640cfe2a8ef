using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>Keeps what the gateway logs, to be shown when something that was awaited did not come.</summary>
internal sealed class TestLog : ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");

    public override string ToString() => string.Join('\n', _lines);
}
