using System.Security.Cryptography;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit;

// What we ask of the PBX, and what happens when it is slow, away or refuses.
public sealed partial class FakePbx
{
    private readonly List<Action> _held = [];
    private bool _isHolding;
    private bool _isLinkUp = true;
    private CtiErrorCode? _nextFailure;

    /// <summary>From now on replies, not requests, wait for <see cref="ReleaseReplies"/>.</summary>
    public void HoldReplies() => _isHolding = true;

    /// <summary>Lets every waiting reply go, oldest first, and answers at once again.</summary>
    public void ReleaseReplies()
    {
        List<Action> held;
        lock (_gate)
        {
            _isHolding = false;
            held = [.. _held];
            _held.Clear();
        }

        held.ForEach(release => release());
    }

    /// <summary>The next request is not carried out and fails with this code.</summary>
    public void FailNext(CtiErrorCode code) => _nextFailure = code;

    /// <summary>The connection breaks: requests fail, facts are lost, calls go on.</summary>
    public void LoseLink()
    {
        lock (_gate)
        {
            _isLinkUp = false;
            tell(new PbxLinkLost(clock.GetUtcNow()));
        }
    }

    /// <summary>The connection stands (again): the snapshot is told.</summary>
    public void RestoreLink()
    {
        lock (_gate)
        {
            _isLinkUp = true;
            _taps.Clear();
            tell(Snapshot());
        }
    }

    /// <summary>All that the PBX has of ours.</summary>
    public PbxSnapshot Snapshot()
    {
        lock (_gate)
        {
            return new PbxSnapshot(
                [
                    .. from leg in _legs.Values
                       where leg.Arrival is not null
                       select new PbxCaller(leg.Arrival!, leg.Interaction, leg.Conversation),
                ],
                [
                    .. from leg in _legs.Values
                       where leg.Agent is not null
                       select new PbxAgentLeg(leg.Agent!.Value, leg.Id, leg.IsUp, leg.Conversation),
                ],
                [.. _legs.Values.Where(leg => leg.Dial is not null).Select(InSnapshot)],
                [.. from phone in _phones where phone.Value select phone.Key],
                clock.GetUtcNow());
        }
    }

    public Task<LegOutcome> AnswerAsync(LegId caller, InteractionId interaction, CancellationToken cancellation) =>
        OnLegAsync(caller, "answer", leg => (leg.IsUp, leg.Interaction) = (true, interaction));

    public Task<LegOutcome> PlayAsync(
        LegId leg, PlayId play, IReadOnlyList<string> prompts, string language, CancellationToken cancellation) =>
        OnLegAsync(leg, $"play {string.Join('+', prompts)} ({language})", found =>
        {
            if (found.Prompt?.Play != play)
            {
                EndPrompt(found, failed: false);
                (found.Prompt, found.MusicClass) = ((play, prompts), null); // Asterisk's prompt ends the music too.
                if (prompts.Any(MissingPrompts.Contains))
                {
                    EndPrompt(found, failed: true);
                }
            }
        });

    public Task StopPlayAsync(PlayId play, CancellationToken cancellation) =>
        RequestAsync($"stop play {play.Value}", () =>
        {
            if (_legs.Values.FirstOrDefault(leg => leg.Prompt?.Play == play) is { } playing)
            {
                EndPrompt(playing, failed: false);
            }

            return true;
        });

    public Task<LegOutcome> PlayMusicAsync(LegId leg, string musicClass, CancellationToken cancellation) =>
        OnLegAsync(leg, $"play music {musicClass}", found =>
            (Unrecorded(found).Conversation, found.MusicClass) = (null, musicClass));

    public Task<LegOutcome> StartMusicAsync(LegId leg, string musicClass, CancellationToken cancellation) =>
        OnLegAsync(leg, $"start music {musicClass}", found => found.MusicClass = musicClass);

    public Task PrepareJoinAsync(ConversationId conversation, CancellationToken cancellation) =>
        RequestAsync($"prepare join {conversation.Segment}", () => _conversations.Add(conversation));

    public Task<LegOutcome> JoinAsync(
        ConversationId conversation, IReadOnlyList<LegId> legs, CancellationToken cancellation) =>
        RequestAsync($"join {string.Join(' ', legs)}", LegOutcome () =>
        {
            foreach (var leg in legs.Where(_legs.ContainsKey))
            {
                _legs[leg].MusicClass = null; // Asterisk ends it before it finds out who is gone.
            }

            foreach (var leg in legs.Where(leg => !_legs.ContainsKey(leg)))
            {
                return new LegOutcome.Gone(leg);
            }

            var joined = legs.Select(leg => Unrecorded(_legs[leg])).ToList();
            _conversations.Add(conversation);
            foreach (var leg in joined)
            {
                (leg.Conversation, leg.MusicClass) = (conversation, null);
            }

            return LegOutcome.Done.Instance;
        });

    public Task DissolveAsync(ConversationId conversation, CancellationToken cancellation) =>
        RequestAsync($"dissolve {conversation.Segment}", () =>
        {
            foreach (var leg in _legs.Values.Where(leg => leg.Conversation == conversation))
            {
                leg.Conversation = null;
            }

            return _conversations.Remove(conversation);
        });

    public Task<LegOutcome> MuteAsync(LegId leg, bool muted, CancellationToken cancellation) =>
        OnLegAsync(leg, muted ? "mute" : "unmute", found => found.IsMuted = muted);

    public Task<LegOutcome> SendDigitsAsync(LegId leg, string digits, CancellationToken cancellation) =>
        OnLegAsync(leg, $"send digits {digits}", _ => { });

    public Task HangUpAsync(LegId leg, HangUpReason reason, CancellationToken cancellation) =>
        RequestAsync($"hang up {leg} {reason}", () =>
        {
            EndLeg(leg, reason switch
            {
                HangUpReason.Normal => 16,
                HangUpReason.UnknownNumber => 1,
                HangUpReason.Congestion => 34,
                HangUpReason.Busy => 17,
                HangUpReason.Rejected => 21,
                _ => throw new NotSupportedException(reason.ToString()),
            });
            return true;
        });

    public Task<LegOutcome> OpenAgentLegAsync(AgentId agent, LegId leg, CancellationToken cancellation) =>
        RequestAsync($"open agent leg {leg}", LegOutcome () =>
        {
            if (!_phones.GetValueOrDefault(agent))
            {
                return new LegOutcome.Gone(leg);
            }

            var made = new FakeLeg(leg) { Agent = agent };
            if (_legs.TryAdd(leg, made) && AgentsAnswer)
            {
                Open(made);
            }

            return LegOutcome.Done.Instance;
        });

    public Task<LegOutcome> ParkAsync(LegId agentLeg, CancellationToken cancellation) =>
        OnLegAsync(agentLeg, "park", leg => (Unrecorded(leg).Conversation, leg.MusicClass) = (null, null));

    public Task<PhoneCredentials> ProvisionAsync(AgentId agent, CancellationToken cancellation) =>
        RequestAsync($"provision {agent}", () =>
        {
            _phones.TryAdd(agent, false);
            return new PhoneCredentials(
                $"sip:agent-{agent}@127.0.0.1",
                $"agent-{agent}",
                RandomNumberGenerator.GetHexString(32, lowercase: true),
                "ws://127.0.0.1:15088/ws");
        });

    public Task RemoveAsync(AgentId agent, CancellationToken cancellation) =>
        RequestAsync($"remove {agent}", () =>
        {
            if (_phones.Remove(agent, out var wasRegistered) && wasRegistered)
            {
                Report(new AgentPhoneChanged(agent, false));
            }

            return true;
        });

    private Task<LegOutcome> OnLegAsync(LegId leg, string words, Action<FakeLeg> act) =>
        RequestAsync($"{words} {leg}", LegOutcome () =>
        {
            if (!_legs.TryGetValue(leg, out var found))
            {
                return new LegOutcome.Gone(leg);
            }

            act(found);
            return LegOutcome.Done.Instance;
        });

    private Task<T> RequestAsync<T>(string words, Func<T> carryOut)
    {
        lock (_gate)
        {
            if (!_isLinkUp)
            {
                return Task.FromException<T>(new CtiException(CtiErrorCode.LinkDown, "The fake link is down."));
            }

            if (_nextFailure is { } code)
            {
                _nextFailure = null;
                return Task.FromException<T>(new CtiException(code, "The test asked for this failure."));
            }

            _requests.Add(words);
            T answer;
            try
            {
                answer = carryOut();
            }
            catch (CtiException refused)
            {
                return Task.FromException<T>(refused);
            }

            if (!_isHolding)
            {
                return Task.FromResult(answer);
            }

            var reply = new TaskCompletionSource<T>();
            _held.Add(() => reply.SetResult(answer));
            return reply.Task;
        }
    }

    // While the link is down the PBX lives on, and nobody hears of it.
    private void Report(object fact)
    {
        if (_isLinkUp)
        {
            tell(fact);
        }
    }
}
