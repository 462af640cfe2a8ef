using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Translation;

namespace CrmUms.CtiGateway;

/// <summary>
/// What the end of a dialled leg alone does not tell: whether it rang, and whether the other side or our own patience
/// ended it. Asterisk reports both of these with one cause (TELEPHONY-NOTES 8). Owned by the link.
/// </summary>
internal sealed class OutboundCalls
{
    private readonly Dictionary<LegId, Heard> _heard = [];

    /// <summary>After a gap: what is known of the legs that are there now.</summary>
    public void Restart(IEnumerable<PbxOutboundLeg> legs)
    {
        _heard.Clear();
        foreach (var leg in legs.Where(leg => leg.State == OutboundLegState.Ringing))
        {
            _heard[leg.Leg] = new Heard(Rang: true);
        }
    }

    /// <summary>The fact to tell, if this is one.</summary>
    public OutboundLegRinging? On(PbxNews.OutboundHeard news)
    {
        var before = _heard.GetValueOrDefault(news.Leg, new Heard());
        _heard[news.Leg] = news.Word switch
        {
            OutboundWord.Rings => before with { Rang = true },
            OutboundWord.Plays => before with { Played = true },
            OutboundWord.Refuses => before with { Refused = true },
            _ => throw new NotSupportedException(news.Word.ToString()),
        };
        return before.IsAlerting || !_heard[news.Leg].IsAlerting ? null : new OutboundLegRinging(news.Leg);
    }

    public OutboundLegEnded On(PbxNews.OutboundGone news)
    {
        _heard.Remove(news.Leg, out var heard);
        return new OutboundLegEnded(news.Leg, news.Cause, OutcomeOf(news, heard ?? new Heard()), news.At);
    }

    private static OutboundOutcome OutcomeOf(PbxNews.OutboundGone news, Heard heard) => news.Cause switch
    {
        _ when news.WasAnswered => OutboundOutcome.HungUp,
        HangupCauses.NormalClearing => OutboundOutcome.HungUp,
        HangupCauses.UserBusy => OutboundOutcome.Busy,
        HangupCauses.CallRejected => OutboundOutcome.Refused,
        HangupCauses.NoUserResponding or HangupCauses.NoAnswer or HangupCauses.SubscriberAbsent when heard.WasCalled =>
            OutboundOutcome.NoAnswer,
        _ => OutboundOutcome.Unreachable,
    };

    private sealed record Heard(bool Rang = false, bool Played = false, bool Refused = false)
    {
        public bool IsAlerting => Rang || Played;

        // Sound without ringing may be either: until our patience ends, a ringing tone; before a refusal, the words
        // that the subscriber is switched off.
        public bool WasCalled => Rang || (Played && !Refused);
    }
}
