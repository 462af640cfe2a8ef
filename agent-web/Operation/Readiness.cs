using CrmUms.Storage;

namespace CrmUms.AgentWeb.Operation;

/// <summary>Whether this server can serve: its start is complete and the database answers.</summary>
internal sealed class Readiness(PostgresDatabase database, PbxLinkState link)
{
    private volatile bool _hasStarted;

    public void Started() => _hasStarted = true;

    public void Stopping() => _hasStarted = false;

    public async Task<(bool IsReady, ReadinessView View)> CheckAsync(CancellationToken cancellation)
    {
        var answers = await DatabaseAnswersAsync(cancellation);
        var isReady = _hasStarted && answers;
        return (isReady, new ReadinessView(_hasStarted, answers ? "up" : "down", link.Word));
    }

    private async Task<bool> DatabaseAnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await database.PingAsync(cancellation);
            return true;
        }
        catch (StorageException)
        {
            return false;
        }
    }
}

/// <summary>
/// A PBX that is away does not make the server unready: pages work, and calls are taken over when it is back.
/// </summary>
internal sealed record ReadinessView(bool Started, string Database, string PbxLink);
