using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit;

/// <summary>One leg inside <see cref="FakePbx"/>.</summary>
internal sealed class FakeLeg(LegId id)
{
    public LegId Id { get; } = id;

    public CallArrived? Arrival { get; init; }

    public AgentId? Agent { get; init; }

    public FakeDial? Dial { get; init; }

    public bool HasRung { get; set; }

    public bool IsUp { get; set; }

    public string? Recording { get; set; }

    public char? RecordingEnd { get; set; }

    public bool IsMuted { get; set; }

    public InteractionId? Interaction { get; set; }

    public ConversationId? Conversation { get; set; }

    public string? MusicClass { get; set; }

    public (PlayId Play, IReadOnlyList<string> Names)? Prompt { get; set; }

    public Hearing Hears(IEnumerable<FakeLeg> all)
    {
        if (Prompt is { } prompt)
        {
            return new Hearing("prompt", string.Join('+', prompt.Names));
        }

        if (MusicClass is { } musicClass)
        {
            return new Hearing("music", musicClass);
        }

        var peer = Conversation is null
            ? null
            : all.FirstOrDefault(leg => leg.Conversation == Conversation && leg.Id != Id && !leg.IsMuted);
        return peer is null ? Hearing.Nothing : new Hearing("leg", peer.Id.Value);
    }
}
