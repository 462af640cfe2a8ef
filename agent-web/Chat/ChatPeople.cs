using CrmUms.Acd.Ports;

namespace CrmUms.AgentWeb.Chat;

/// <summary>Who works here, held in memory: every message asks for it, and it hardly changes.</summary>
internal sealed class ChatPeople(IStaffDirectory staff)
{
    private readonly Lock _gate = new();
    private Task<IReadOnlyList<AgentProfile>>? _people;

    public Task<IReadOnlyList<AgentProfile>> ListAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            // It is kept as soon as it is asked for: a reading that began before a change is forgotten with it.
            if (_people is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _people = staff.ListAgentsAsync(CancellationToken.None);
            }

            return _people.WaitAsync(cancellation);
        }
    }

    /// <summary>Somebody has come, changed or gone.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _people = null;
        }
    }
}
