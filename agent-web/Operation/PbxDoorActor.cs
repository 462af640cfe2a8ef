using CrmUms.Acd.Ports;

namespace CrmUms.AgentWeb.Operation;

/// <summary>
/// Stands between the PBX and the ACD. The link connects while the ACD recovers; what it tells meanwhile waits here, in
/// order. Afterwards everything goes straight through, and the state of the link can be read off.
/// </summary>
internal sealed class PbxDoorActor : ReceiveActor, IWithStash
{
    private readonly PbxLinkState _link;

    public PbxDoorActor(PbxLinkState link)
    {
        _link = link;
        Receive<OpenPbxDoor>(open =>
        {
            Become(() => PassOnTo(open.Facts));
            Stash.UnstashAll();
        });
        ReceiveAny(_ => Stash.Stash());
    }

    public IStash Stash { get; set; } = null!;

    private void PassOnTo(IActorRef facts) => ReceiveAny(fact =>
    {
        _link.Notice(fact);
        facts.Forward(fact);
    });
}

/// <summary>Command to the door: the ACD has recovered; tell it everything. Not answered.</summary>
internal sealed record OpenPbxDoor(IActorRef Facts);

/// <summary>The last thing the link said of itself. Written by the door, read by screens.</summary>
internal sealed class PbxLinkState
{
    private volatile string _word = "connecting";

    /// <summary><c>connecting</c>, <c>up</c> or <c>down</c>.</summary>
    public string Word => _word;

    public void Notice(object fact) => _word = fact switch
    {
        PbxSnapshot => "up",
        PbxLinkLost => "down",
        _ => _word,
    };
}
