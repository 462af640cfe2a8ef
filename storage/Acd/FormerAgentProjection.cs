using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.Storage.Projections;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Acd;

/// <summary>acd.former_agent: who had an interaction before it became somebody else's. Few have any.</summary>
internal sealed class FormerAgentProjection : IProjection
{
    private const string Insert =
        """
        insert into acd.former_agent (interaction_id, agent_id)
        values (@Interaction, @Agent)
        on conflict do nothing
        """;

    public string Name => "former-agent";

    public Task ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<JournalledEvent> events, CancellationToken cancellation)
    {
        var rows = events.Select(entry => RowOf(entry.Happened)).OfType<Row>();
        return connection.ExecuteAsync(new CommandDefinition(Insert, rows.ToList(), cancellationToken: cancellation));
    }

    private static Row? RowOf(object happened) => happened switch
    {
        InteractionHandedOver handed => Row.Of(handed.Interaction, handed.Agent),
        InteractionHandedToQueue handed => Row.Of(handed.Interaction, handed.Agent),
        InteractionHandedOutside handed => Row.Of(handed.Interaction, handed.Agent),
        TalkTakenOver taken => Row.Of(taken.Interaction, taken.Agent),
        AgentGivenUp given => Row.Of(given.Interaction, given.Agent),
        _ => null,
    };

    private sealed record Row(Guid Interaction, Guid Agent)
    {
        public static Row Of(InteractionId interaction, AgentId agent) => new(interaction.Value, agent.Value);
    }
}
