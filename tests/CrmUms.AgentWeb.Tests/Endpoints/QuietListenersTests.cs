using System.Security.Claims;
using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Endpoints;
using CrmUms.AgentWeb.Identity;
using CrmUms.CrmCore.History;

namespace CrmUms.AgentWeb.Tests.Endpoints;

/// <summary>What an agent's history tells of supervisors where he is not to see who listens.</summary>
public sealed class QuietListenersTests
{
    private static readonly DateTimeOffset At = new(2026, 7, 14, 9, 30, 15, TimeSpan.Zero);

    [Fact]
    public void Who_only_listened_is_not_told_nor_named()
    {
        var told = Told(Supervised("s1", "listen"), Unsupervised("s1"), Happened("interaction-ended"));

        told.Timeline.Select(entry => entry.Kind).ShouldBe(["interaction-ended"]);
        told.People.ShouldBeEmpty();
    }

    [Fact]
    public void Who_whispered_or_barged_in_is_told_with_his_leaving()
    {
        var told = Told(
            Supervised("s1", "listen"), Supervised("s2", "barge"), Unsupervised("s1"), Unsupervised("s2"));

        told.Timeline.Select(entry => (entry.Kind, entry.Detail.GetProperty("by").GetString()))
            .ShouldBe([("talk-supervised", "s2"), ("talk-unsupervised", "s2")]);
        told.People.Keys.ShouldBe(["s2"]);
    }

    [Fact]
    public void Who_goes_on_listening_after_he_was_heard_has_left_for_the_agent()
    {
        var told = Told(Supervised("s2", "barge"), Supervised("s2", "listen"), Unsupervised("s2"));

        told.Timeline.Select(entry => entry.Kind).ShouldBe(["talk-supervised", "talk-unsupervised"]);
        told.Timeline[1].Detail.TryGetProperty("mode", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_written_down_counts_more_than_the_rules_of_now(bool agentsSeeListeners)
    {
        var told = Told(
            agentsSeeListeners,
            Supervised("s1", "listen", isSeen: false),
            Supervised("s2", "listen", isSeen: true),
            Unsupervised("s1"),
            Unsupervised("s2"));

        told.Timeline.Select(entry => (entry.Kind, entry.Detail.GetProperty("by").GetString()))
            .ShouldBe([("talk-supervised", "s2"), ("talk-unsupervised", "s2")]);
        told.People.Keys.ShouldBe(["s2"]);
    }

    [Fact]
    public void What_was_not_written_down_is_told_where_the_rules_say_so()
    {
        var told = Told(agentsSeeListeners: true, Supervised("s1", "listen"), Unsupervised("s1"));

        told.Timeline.Select(entry => entry.Kind).ShouldBe(["talk-supervised", "talk-unsupervised"]);
    }

    [Theory]
    [InlineData(Roles.Agent, SupervisionMode.Listen, null, false)]
    [InlineData(Roles.Agent, SupervisionMode.Listen, true, true)]
    [InlineData(Roles.Agent, SupervisionMode.Barge, null, true)]
    [InlineData(Roles.Supervisor, SupervisionMode.Listen, false, true)]
    public void Lanes_of_a_recording_tell_an_agent_of_nobody_whom_he_did_not_see(
        string role, SupervisionMode mode, bool? isSeen, bool isTold)
    {
        var reader = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)]));
        AgentId listener = new(new Guid(1, 0, 0, new byte[8])), agent = new(new Guid(2, 0, 0, new byte[8]));
        var supervised = new TalkSupervised(new InteractionId(Guid.Empty), listener, agent, mode, At)
        {
            IsSeen = isSeen,
        };

        QuietListeners.MayBeToldTo(reader, agentsSeeListeners: false)(supervised).ShouldBe(isTold);
    }

    private static HistoryDetail Told(params TimelineEntry[] timeline) =>
        Told(agentsSeeListeners: false, timeline);

    private static HistoryDetail Told(bool agentsSeeListeners, params TimelineEntry[] timeline) =>
        QuietListeners.LeftOut(
            new HistoryDetail(null!, null, timeline)
            {
                People = new Dictionary<string, string> { ["s1"] = "Нодира", ["s2"] = "Шавкат" },
            },
            agentsSeeListeners);

    private static TimelineEntry Supervised(string by, string mode) => Happened("talk-supervised", new { by, mode });

    private static TimelineEntry Supervised(string by, string mode, bool isSeen) =>
        Happened("talk-supervised", new { by, mode, isSeen });

    private static TimelineEntry Unsupervised(string by) => Happened("talk-unsupervised", new { by });

    private static TimelineEntry Happened(string kind, object? detail = null) =>
        new(At, kind, null, JsonSerializer.SerializeToElement(detail ?? new { }));
}
