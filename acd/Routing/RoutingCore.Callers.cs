using CrmUms.Acd.Routing.Lines;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

// Callers: where each of them stands.
public sealed partial class RoutingCore
{
    private void OnCallerWaiting(RoutingInput.CallerWaiting waiting)
    {
        if (_callers.TryGetValue(waiting.Interaction, out var caller))
        {
            Withdraw(caller);
        }
        else
        {
            caller = _callers[waiting.Interaction] = new CallerSlot(waiting.Interaction);
        }

        caller.Queue = waiting.Queue;
        caller.Since = waiting.Since;
        caller.Priority = Math.Clamp(waiting.Priority, -PriorityMax, PriorityMax);
        caller.Preferred = waiting.Preferred.Count == 0 ? null : waiting.Preferred;
        caller.Skills = waiting.Skills is { Length: > 0 } skills ? skills : null;
        caller.SkillsOnly = waiting.SkillsOnly && caller.Skills is not null;
        Place(caller);
    }

    private void OnPriorityRaised(RoutingInput.PriorityRaised raised)
    {
        if (_callers.TryGetValue(raised.Interaction, out var caller))
        {
            Withdraw(caller);
            caller.Priority = Math.Clamp(raised.Priority, -PriorityMax, PriorityMax);
            Place(caller);
        }
    }

    private void Forget(InteractionId interaction)
    {
        if (_callers.Remove(interaction, out var caller))
        {
            Withdraw(caller);
        }
    }

    // Out of every line; every entry that names him is dead from now on.
    private static void Withdraw(CallerSlot caller)
    {
        caller.Stamp++;
        if (caller.Line is { } line)
        {
            line.WaitingCount--;
            caller.Line = null;
        }
    }

    /// <summary>Finds the place of a caller who stands nowhere, or his agent.</summary>
    private void Place(CallerSlot caller)
    {
        if (!_queues.TryGetValue(caller.Queue, out var queue))
        {
            return; // The rules that know his queue will find him.
        }

        caller.Key = KeyOf(caller);
        if (!PlacePersonally(caller, queue))
        {
            PlaceInLine(caller, queue);
        }
    }

    private bool PlacePersonally(CallerSlot caller, QueueSlot queue)
    {
        if (caller.Preferred is not { } preferred)
        {
            return false;
        }

        // Somebody who is here must be among them; the others may come while one waits.
        var (due, somebodyIsHere) = (DateTimeOffset.MaxValue, false);
        foreach (var one in preferred)
        {
            if (UntilFor(caller, queue, one) is not { } until)
            {
                continue;
            }

            var agent = AgentOf(one.Agent);
            if (agent.Word is null && HasRoom(agent, queue.Channel))
            {
                var line = LineFor(caller, queue);
                Decide(caller, agent, queue, Explain(caller, line, agent, FitFor(agent, line), one.Why));
                Relist(agent);
                return true;
            }

            agent.Personal[queue.Channel] ??= new LazyHeap<WaitingEntry>();
            agent.Personal[queue.Channel]!.Push(new WaitingEntry(caller));
            somebodyIsHere |= agent.IsSignedIn;
            due = until < due ? until : due;
        }

        if (!somebodyIsHere)
        {
            caller.Stamp++;
            caller.Preferred = null; // For good: whoever stands in the line is not called back from it.
            return false;
        }

        _due.Push(new DueEntry(caller, due));
        return true;
    }

    // Null when the time for that is up.
    private DateTimeOffset? UntilFor(CallerSlot caller, QueueSlot queue, PreferredAgent preferred) =>
        queue.PersonalUntil(caller, preferred) is { } until && until > _now ? until : null;

    private void PlaceInLine(CallerSlot caller, QueueSlot queue)
    {
        var line = LineFor(caller, queue);
        if (line.Free.TryPeek(out var best))
        {
            Decide(caller, best.Agent, queue, Explain(caller, line));
            Relist(best.Agent);
            return;
        }

        caller.Line = line;
        line.WaitingCount++;
        line.Waiting.Push(new WaitingEntry(caller));
        if (line.Step + 1 < queue.Lines.Length)
        {
            _due.Push(new DueEntry(caller, caller.Since + queue.Rule.Steps[line.Step + 1].After));
        }
    }
}
