using CrmUms.Acd.Figures;
using CrmUms.Acd.Shared;

namespace CrmUms.Storage.Acd;

/// <summary>What clients thought of us in a span of time.</summary>
public sealed class PostgresSurveys(PostgresDatabase database)
{
    private const string SelectScores =
        """
        select queue_id, agent_id, kind, question, lowest, highest, score, count(*)::integer as count
          from acd.survey_answer
         where answered_at >= @from and answered_at < @to
         group by queue_id, agent_id, kind, question, lowest, highest, score
         order by queue_id, agent_id, kind, question, lowest, highest, score
        """;

    private const string SelectQueues = "select queue_id as id, name from acd.queue where queue_id = any(@queues)";

    private const string SelectAgents =
        "select employee_id as id, display_name as name from identity.employee where employee_id = any(@agents)";

    public async Task<SurveyAnswers> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<SurveyScoreRow>(SelectScores, new { from, to }, cancellation);
        var queues = rows.Select(row => row.QueueId).OfType<string>().Distinct().ToArray();
        var agents = rows.Select(row => row.AgentId).OfType<Guid>().Distinct().ToArray();
        var queueNames = await database.QueryAsync<(string Id, string Name)>(
            SelectQueues, new { queues }, cancellation);
        var agentNames = await database.QueryAsync<(Guid Id, string Name)>(SelectAgents, new { agents }, cancellation);
        return new SurveyAnswers(
            [.. rows.Select(row => new GivenScore(
                row.QueueId is { } queue ? new QueueId(queue) : null,
                row.AgentId is { } agent ? new AgentId(agent) : null,
                row.ToScore()))],
            queueNames.ToDictionary(queue => new QueueId(queue.Id), queue => queue.Name),
            agentNames.ToDictionary(agent => new AgentId(agent.Id), agent => agent.Name));
    }
}

/// <summary>All scores of a span of time, and the names of those whom they are about.</summary>
public sealed record SurveyAnswers(
    IReadOnlyList<GivenScore> Scores,
    IReadOnlyDictionary<QueueId, string> QueueNames,
    IReadOnlyDictionary<AgentId, string> AgentNames);

/// <summary>How often one score was given to one agent in one queue.</summary>
/// <param name="Queue">Null: in none.</param>
/// <param name="Agent">Null: nobody had talked with the client.</param>
/// <param name="Score">The score.</param>
public sealed record GivenScore(QueueId? Queue, AgentId? Agent, SurveyScore Score);
