using CrmUms.Storage.Acd;
using CrmUms.Storage.Crm;
using CrmUms.Storage.Cti;

namespace CrmUms.Storage.Projections;

/// <summary>All projections, in the order in which they take an event in.</summary>
internal static class ProjectionCatalog
{
    public static IReadOnlyList<IProjection> All { get; } =
    [
        new QueueProjection(),
        new RuleChangeProjection(),
        new InteractionProjection(),
        new FormerAgentProjection(),
        new TimelineProjection(),
        new SurveyProjection(), // Reads the timeline.
        new AgentStateProjection(),
        new CaseProjection(),
        new ClientContactProjection(),
        new FeedProjection(),
    ];
}
