using CrmUms.CrmCore.Ports;
using CrmUms.CrmCore.Topics;

namespace CrmUms.Storage.Crm;

/// <summary>The tree of topics.</summary>
public sealed class PostgresTopicStore(PostgresDatabase database) : ITopicStore
{
    private const string SelectAll =
        """
        with recursive tree as (
            select topic_id, parent_id, name_ru, name_uz, name_en, array[position] as path
              from crm.topic
             where parent_id is null
             union all
            select child.topic_id, child.parent_id, child.name_ru, child.name_uz, child.name_en,
                   tree.path || child.position
              from crm.topic as child
              join tree on tree.topic_id = child.parent_id
        )
        select topic_id, parent_id, name_ru, name_uz, name_en from tree order by path
        """;

    private const string InsertMissing =
        """
        insert into crm.topic (topic_id, parent_id, position, name_ru, name_uz, name_en)
        values (@Id, @ParentId, @Position, @Ru, @Uz, @En)
        on conflict (topic_id) do nothing
        """;

    public async Task<IReadOnlyList<Topic>> ListAsync(CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<Row>(SelectAll, null, cancellation);
        return [.. rows.Select(row =>
            new Topic(row.TopicId, row.ParentId, new TopicNames(row.NameRu, row.NameUz, row.NameEn)))];
    }

    public Task AddMissingAsync(IReadOnlyList<Topic> topics, CancellationToken cancellation) =>
        database.ExecuteAsync(
            InsertMissing,
            topics.Select((topic, position) => new
            {
                topic.Id,
                topic.ParentId,
                Position = position,
                topic.Names.Ru,
                topic.Names.Uz,
                topic.Names.En,
            }).ToList(),
            cancellation);

    private sealed record Row
    {
        public string TopicId { get; init; } = "";

        public string? ParentId { get; init; }

        public string NameRu { get; init; } = "";

        public string NameUz { get; init; } = "";

        public string NameEn { get; init; } = "";
    }
}
