using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Translation;
using Microsoft.Extensions.Logging;

namespace CrmUms.CtiGateway.Phones;

/// <summary>
/// Owns the agents' phones: which ones this server made, and their secrets, in memory only. Changes one phone at a
/// time, and makes them all again when Asterisk has forgotten them.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "PostStop disposes what it owns.")]
internal sealed class AgentPhonesActor : ReceiveActor
{
    private const int SecretBytes = 24;

    private readonly IAriRequests _ari;
    private readonly AsteriskOptions _options;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<AgentId, string> _secrets = [];
    private readonly HashSet<AgentId> _inDoubt = []; // A change failed on the way: what Asterisk has is not known.
    private readonly HashSet<AgentId> _toRemove = []; // A removal failed: to be done when Asterisk is back.
    private readonly Queue<Change> _waiting = new();
    private bool _isBusy;

    public AgentPhonesActor(IAriRequests ari, AsteriskOptions options, ILogger logger)
    {
        (_ari, _options, _logger) = (ari, options, logger);
        Receive<ProvisionPhone>(provision => OnChange(new Change.Provision(provision.Agent, Sender)));
        Receive<RemovePhone>(remove => OnChange(new Change.Remove(remove.Agent, Sender)));
        Receive<PbxLinkStands>(OnLinkStands);
        Receive<Changed>(OnChanged);
        Receive<Failed>(OnFailed);
    }

    protected override void PostStop()
    {
        CtiMeters.Phones.Add(-_secrets.Count);
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void OnChange(Change change)
    {
        if (_waiting.Count >= _options.PhonesWaitingMax)
        {
            change.ReplyTo?.Tell(new Status.Failure(
                new CtiException(CtiErrorCode.NoReply, "Too many phones wait to be changed.")));
            return;
        }

        _waiting.Enqueue(change);
        StartNext();
    }

    // Asterisk keeps pushed phones until it restarts. Those of an earlier life of this server stay as they are: their
    // pages are registered with them, and get new ones when they ask.
    private void OnLinkStands(PbxLinkStands stands)
    {
        _inDoubt.RemoveWhere(agent => !_secrets.ContainsKey(agent));
        var missing = _secrets.Keys.Where(agent => !stands.Phones.Contains(agent)).ToList();
        if (missing.Count > 0)
        {
            _logger.PhonesRestored(missing.Count);
            _inDoubt.UnionWith(missing);
        }

        foreach (var agent in _inDoubt)
        {
            _waiting.Enqueue(new Change.Restore(agent));
        }

        foreach (var agent in _toRemove)
        {
            _waiting.Enqueue(new Change.Remove(agent, ReplyTo: null));
        }

        StartNext();
    }

    private void StartNext()
    {
        if (_isBusy || !_waiting.TryDequeue(out var change))
        {
            return;
        }

        _isBusy = true;
        var (requests, secret) = RequestsOf(change);
        CarryOutAsync(requests, _stopping.Token).PipeTo(
            Self,
            success: () => new Changed(change, secret),
            failure: error => new Failed(change, error));
    }

    private (IReadOnlyList<AriRequest> Requests, string? Secret) RequestsOf(Change change)
    {
        switch (change)
        {
            case Change.Remove:
                return (PhoneObjects.Remove(change.Agent), null);
            case Change.Restore:
                // Removed or renewed meanwhile: nothing to restore, or done already.
                return _inDoubt.Contains(change.Agent) && _secrets.TryGetValue(change.Agent, out var known)
                    ? (PhoneObjects.Make(change.Agent, known, _options), known)
                    : ([], null);
            case Change.Provision:
                var secret = RandomNumberGenerator.GetHexString(SecretBytes * 2, lowercase: true);
                return _secrets.ContainsKey(change.Agent) && !_inDoubt.Contains(change.Agent)
                    ? ([PhoneObjects.Renew(change.Agent, secret)], secret)
                    : (PhoneObjects.Make(change.Agent, secret, _options), secret);
            default:
                throw new NotSupportedException(change.ToString());
        }
    }

    private async Task CarryOutAsync(IReadOnlyList<AriRequest> requests, CancellationToken cancellation)
    {
        foreach (var request in requests)
        {
            var reply = await _ari.SendAsync(request, cancellation);
            if (!reply.IsDone && !(reply.IsMissing && request.Method == "DELETE"))
            {
                _logger.RequestRefused(request.Operation, reply.Status);
                throw new CtiException(CtiErrorCode.Refused, $"{request.Operation} was answered {reply.Status}.");
            }
        }
    }

    private void OnChanged(Changed changed)
    {
        var agent = changed.Change.Agent;
        switch (changed.Change)
        {
            case Change.Remove:
                Forget(agent);
                _toRemove.Remove(agent);
                _logger.PhoneRemoved(agent);
                changed.Change.ReplyTo?.Tell(new PhoneRemoved(agent));
                break;
            case Change.Restore:
                _inDoubt.Remove(agent);
                break;
            case Change.Provision:
                Remember(agent, changed.Secret!);
                _logger.PhoneProvisioned(agent);
                changed.Change.ReplyTo?.Tell(CredentialsOf(agent, changed.Secret!));
                break;
            default:
                throw new NotSupportedException(changed.Change.ToString());
        }

        _isBusy = false;
        StartNext();
    }

    private void OnFailed(Failed failed)
    {
        var agent = failed.Change.Agent;
        _logger.PhoneFailed(agent, failed.Cause);
        if (failed.Change is Change.Remove)
        {
            Forget(agent);
            _toRemove.Add(agent);
        }
        else
        {
            _inDoubt.Add(agent);
        }

        failed.Change.ReplyTo?.Tell(new Status.Failure(failed.Cause));
        _isBusy = false;
        StartNext();
    }

    private void Remember(AgentId agent, string secret)
    {
        CtiMeters.Phones.Add(_secrets.ContainsKey(agent) ? 0 : 1);
        _secrets[agent] = secret;
        _inDoubt.Remove(agent);
        _toRemove.Remove(agent);
    }

    private void Forget(AgentId agent)
    {
        CtiMeters.Phones.Add(_secrets.Remove(agent) ? -1 : 0);
        _inDoubt.Remove(agent);
    }

    private PhoneCredentials CredentialsOf(AgentId agent, string secret) => new(
        $"sip:{LegNames.EndpointOf(agent)}@{_options.SipDomain}",
        LegNames.EndpointOf(agent),
        secret,
        _options.WebSocketUrl);

    private abstract record Change(AgentId Agent, IActorRef? ReplyTo)
    {
        public sealed record Provision(AgentId Agent, IActorRef? ReplyTo) : Change(Agent, ReplyTo);

        public sealed record Remove(AgentId Agent, IActorRef? ReplyTo) : Change(Agent, ReplyTo);

        /// <summary>Makes the phone again with the secret that its page has.</summary>
        public sealed record Restore(AgentId Agent) : Change(Agent, ReplyTo: null);
    }

    private sealed record Changed(Change Change, string? Secret);

    private sealed record Failed(Change Change, Exception Cause);
}
