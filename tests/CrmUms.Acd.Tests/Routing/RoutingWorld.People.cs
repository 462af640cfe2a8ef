using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Routing;

// What agents and interactions do, and what they tell one another.
internal sealed partial class RoutingWorld
{
    private enum WorldStatus
    {
        SignedOut,
        NotReady,
        Ready,
        Reserved,
        Talking,
    }

    private enum WorldStage
    {
        Waiting,
        Offered,
        Connected,
        Gone,
    }

    private void Say(WorldAgent agent)
    {
        RoutingInput word = agent.Status switch
        {
            WorldStatus.SignedOut => new RoutingInput.AgentSignedOut(agent.Id),
            WorldStatus.Ready => new RoutingInput.AgentAvailable(agent.Id, agent.Since, 0.5, 0),
            _ => new RoutingInput.AgentUnavailable(agent.Id, agent.Status.ToString()),
        };
        Post(agent.Number, 0, () => HearOf(agent, word));
    }

    private void Say(WorldCall call)
    {
        RoutingInput word = call.Stage == WorldStage.Waiting
            ? new RoutingInput.CallerWaiting(call.Id, call.Queue, 0, call.Since, call.Preferred)
            {
                Skills = call.Skills,
                SkillsOnly = call.SkillsOnly,
            }
            : new RoutingInput.CallerGone(call.Id);
        Post(call.Number, 0, () => Hear(word));
    }

    private void Become(WorldAgent agent, WorldStatus status, InteractionId? call = null)
    {
        (agent.Status, agent.Call, agent.Since) = (status, call, _now);
        Say(agent);
    }

    private void Become(WorldCall call, WorldStage stage, AgentId? agent = null)
    {
        (call.Stage, call.Agent) = (stage, agent);
        if (stage != WorldStage.Offered)
        {
            Say(call);
        }
    }

    private void BecomeReady(WorldAgent agent)
    {
        if (agent.Status is WorldStatus.SignedOut or WorldStatus.NotReady)
        {
            Become(agent, WorldStatus.Ready);
        }
    }

    private void BecomeNotReady(WorldAgent agent)
    {
        if (agent.Status == WorldStatus.Ready)
        {
            Become(agent, WorldStatus.NotReady);
        }
    }

    private void SignOut(WorldAgent agent)
    {
        if (agent.Status is WorldStatus.Ready or WorldStatus.NotReady)
        {
            Become(agent, WorldStatus.SignedOut);
        }
    }

    private void OnChosen(WorldCall call, WorldAgent agent)
    {
        if (call.Stage != WorldStage.Waiting)
        {
            Post(call.Number, agent.Number, () => Say(agent)); // The caller left meanwhile: the agent is free.
            return;
        }

        Become(call, WorldStage.Offered, agent.Id);
        Post(call.Number, agent.Number, () => OnOffer(agent, call));
    }

    private void OnOffer(WorldAgent agent, WorldCall call)
    {
        if (agent.Status == WorldStatus.Ready)
        {
            Become(agent, WorldStatus.Reserved, call.Id);
            return;
        }

        Post(agent.Number, call.Number, () =>
        {
            if (call.Stage == WorldStage.Offered && call.Agent == agent.Id)
            {
                EndOffer(call);
            }
        });
        Say(agent);
    }

    private void Answer(WorldAgent agent)
    {
        if (agent.Status == WorldStatus.Reserved)
        {
            var call = _calls.Single(each => each.Id == agent.Call);
            Post(agent.Number, call.Number, () => OnAnswer(call, agent));
        }
    }

    private void OnAnswer(WorldCall call, WorldAgent agent)
    {
        if (call.Stage == WorldStage.Offered && call.Agent == agent.Id)
        {
            Become(call, WorldStage.Connected, agent.Id);
            Post(call.Number, agent.Number, () => OnConnected(agent, call));
        }
    }

    private void OnConnected(WorldAgent agent, WorldCall call)
    {
        if (agent.Status == WorldStatus.Reserved && agent.Call == call.Id)
        {
            Become(agent, WorldStatus.Talking, call.Id);
        }
    }

    private void RingOut(WorldCall call)
    {
        if (call.Stage == WorldStage.Offered)
        {
            EndOffer(call);
        }
    }

    private void EndOffer(WorldCall call)
    {
        Take(call);
        Become(call, WorldStage.Waiting);
    }

    private void HangUp(WorldCall call)
    {
        if (call.Stage != WorldStage.Gone)
        {
            Take(call);
            Become(call, WorldStage.Gone);
        }
    }

    private void Take(WorldCall call)
    {
        if (call.Agent is { } id)
        {
            var agent = AgentOf(id);
            Post(call.Number, agent.Number, () => OnTaken(agent, call));
        }
    }

    private void OnTaken(WorldAgent agent, WorldCall call)
    {
        if (agent.Call == call.Id)
        {
            Become(agent, _random.Next(2) == 0 ? WorldStatus.Ready : WorldStatus.NotReady);
        }
    }

    // The choices in its mailbox are lost; the router, who watches it, sends whom it chose last back. What agents ask
    // it is kept by the parent of all interactions and reaches its next life.
    private void Crash(WorldCall call)
    {
        Lose(box => box.From == 0 && box.To == call.Number);
        Hear(new RoutingInput.CallerGone(call.Id));
        foreach (var (agent, _) in _unheard.Where(chosen => chosen.Call == call.Id))
        {
            Post(0, AgentOf(agent).Number, () => Say(AgentOf(agent)));
        }

        Recover(call);
    }

    private void Crash(WorldAgent agent)
    {
        Lose(box => box.To == agent.Number);
        Recover(agent);
    }

    private void Recover(WorldCall call)
    {
        if (call.Stage == WorldStage.Offered)
        {
            EndOffer(call);
        }
        else if (call.Stage == WorldStage.Waiting)
        {
            Say(call);
        }
    }

    // He asks the interaction in his hand whether it is his.
    private void Recover(WorldAgent agent)
    {
        Say(agent);
        if (agent.Call is { } id)
        {
            var call = _calls.Single(each => each.Id == id);
            Post(agent.Number, call.Number, () => Post(call.Number, agent.Number, call switch
            {
                { Stage: WorldStage.Connected } when call.Agent == agent.Id => () => OnConnected(agent, call),
                { Stage: WorldStage.Offered } when call.Agent == agent.Id => () => { },
                _ => () => OnTaken(agent, call),
            }));
        }
    }

    private sealed class WorldAgent(int number, AgentId id)
    {
        public int Number => number;

        public AgentId Id => id;

        public WorldStatus Status { get; set; }

        public InteractionId? Call { get; set; }

        public DateTimeOffset Since { get; set; }
    }

    private sealed class WorldCall(int number, InteractionId id, QueueId queue, DateTimeOffset since)
    {
        public int Number => number;

        public InteractionId Id => id;

        public QueueId Queue => queue;

        public DateTimeOffset Since => since;

        public PreferredAgent[] Preferred { get; init; } = [];

        public string? Skills { get; init; }

        public bool SkillsOnly { get; init; }

        public WorldStage Stage { get; set; }

        public AgentId? Agent { get; set; }
    }
}
