using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Storage.Projections;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Acd;

/// <summary>acd.survey_answer: what clients think of us, and of whom.</summary>
internal sealed class SurveyProjection : IProjection
{
    // The timeline takes every event in before us: what it has until this place is all that had happened then.
    private const string SelectBefore =
        """
        select kind, agent_id, detail ->> 'queue' as queue, detail ->> 'to' as to_agent, detail ->> 'by' as by_agent,
               detail -> 'note' ->> 'flow' as flow, detail -> 'note' ->> 'node' as node
          from acd.interaction_event
         where interaction_id = @interaction
           and ordering < @ordering
           and (kind in ('interaction-queued', 'callback-queued', 'interaction-connected', 'interaction-handed-over',
                         'talk-taken-over')
                or (kind = 'flow-noted' and detail -> 'note' ->> 'note' = 'node-entered'))
         order by ordering
        """;

    private const string Insert =
        """
        insert into acd.survey_answer (
               interaction_id, ordering, answered_at, kind, question, score, lowest, highest,
               flow, node, queue_id, agent_id)
        values (@Interaction, @Ordering, @At, @Kind, @Question, @Score, @Lowest, @Highest, @Flow, @Node, @Queue, @Agent)
        """;

    public string Name => "survey";

    public async Task ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<JournalledEvent> events, CancellationToken cancellation)
    {
        foreach (var entry in events)
        {
            if (entry.Happened is FlowNoted { Note: FlowNote.SurveyAnswered answer } noted)
            {
                var interaction = noted.Interaction.Value;
                var steps = await connection.QueryAsync<Step>(new CommandDefinition(
                    SelectBefore, new { interaction, entry.Ordering }, cancellationToken: cancellation));
                var before = steps.Aggregate(new Talk(), (talk, step) => talk.After(step));
                await connection.ExecuteAsync(new CommandDefinition(
                    Insert, RowOf(entry.Ordering, noted, answer, before), cancellationToken: cancellation));
            }
        }
    }

    private static object RowOf(long ordering, FlowNoted noted, FlowNote.SurveyAnswered answer, Talk before)
    {
        // Old notes do not say their scale; they were asked on the usual ones.
        var (lowest, highest) = answer.Kind == "nps" ? (0, 10) : (1, 5);
        return new
        {
            Interaction = noted.Interaction.Value,
            Ordering = ordering,
            noted.At,
            answer.Kind,
            Question = Words.Storable(answer.Question),
            answer.Score,
            Lowest = answer.Lowest ?? Math.Min(lowest, answer.Score),
            Highest = answer.Highest ?? Math.Max(highest, answer.Score),
            before.Flow,
            before.Node,
            Queue = before.TalkQueue ?? before.Queue,
            before.Agent,
        };
    }

    /// <summary>How far the interaction had come: who talked last, in which queue, where in its flow it is.</summary>
    private sealed record Talk
    {
        public string? Queue { get; init; }

        public string? TalkQueue { get; init; }

        public Guid? Agent { get; init; }

        public string? Flow { get; init; }

        public string? Node { get; init; }

        public Talk After(Step step) => step.Kind switch
        {
            "interaction-connected" => this with { Agent = step.AgentId, TalkQueue = Queue },
            "interaction-handed-over" => this with { Agent = Guid.ParseExact(step.ToAgent!, "n") },
            "talk-taken-over" => this with { Agent = Guid.ParseExact(step.ByAgent!, "n") },
            "flow-noted" => this with { Flow = step.Flow, Node = step.Node },
            _ => this with { Queue = step.Queue },
        };
    }

    private sealed record Step
    {
        public string Kind { get; init; } = "";

        public Guid? AgentId { get; init; }

        public string? Queue { get; init; }

        public string? ToAgent { get; init; }

        public string? ByAgent { get; init; }

        public string? Flow { get; init; }

        public string? Node { get; init; }
    }
}
