using CrmUms.CrmCore.Topics;

namespace CrmUms.CrmCore.Tests.Topics;

public sealed class StarterTopicsTests
{
    [Fact]
    public void Every_topic_has_a_name_in_each_language_and_every_leaf_a_branch_before_it()
    {
        var seen = new HashSet<string>();
        foreach (var topic in StarterTopics.All)
        {
            new[] { topic.Names.Ru, topic.Names.Uz, topic.Names.En }.ShouldAllBe(name => name.Length > 0);
            (topic.ParentId is null || seen.Contains(topic.ParentId)).ShouldBeTrue(topic.Id);
            seen.Add(topic.Id).ShouldBeTrue(topic.Id);
        }
    }

    [Fact]
    public void There_are_twelve_leaves_to_choose_from() =>
        StarterTopics.All.Count(topic => topic.ParentId is not null).ShouldBe(12);
}
