using CrmUms.Acd.Routing;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing;

public sealed class PersonalLineTests
{
    private static readonly PreferredAgent Last = new(Agent(1), Noon.AddSeconds(20), PreferredAgent.LastAgent);
    private static readonly PreferredAgent Manager = new(Agent(2), Noon.AddSeconds(60), PreferredAgent.PersonalManager);
    private static readonly PreferredAgent Picked = new(Agent(2), Noon.AddSeconds(5), PreferredAgent.Picked);

    private readonly Centre _centre = new Centre(Queue()).Employ(1).Employ(2).Employ(3);

    [Fact]
    public void The_last_agent_takes_his_caller_although_another_has_been_idle_longer()
    {
        _centre.Ready(1);
        _centre.Ready(3, idle: 100);

        var decision = _centre.Call(1, preferred: Last)!;

        decision.Agent.ShouldBe(Agent(1));
        decision.Reason.Grounds!.Personal.ShouldBe("last-agent");
    }

    [Fact]
    public void Who_waits_for_him_personally_is_served_before_those_who_have_waited_longer()
    {
        _centre.Busy(1);
        _centre.Call(1, waited: 100);
        _centre.Call(2, preferred: Last);

        _centre.Ready(1)!.Interaction.ShouldBe(Caller(2));
    }

    [Fact]
    public void Nobody_else_takes_a_caller_while_he_waits_personally()
    {
        _centre.Busy(1);
        _centre.Call(1, preferred: Last).ShouldBeNull();

        _centre.Ready(3).ShouldBeNull();

        _centre.Pass(20)!.Agent.ShouldBe(Agent(3));
    }

    [Fact]
    public void An_agent_takes_whom_he_has_picked_before_one_who_came_earlier()
    {
        _centre.Busy(1);
        _centre.Call(1, waited: 50, preferred: Last).ShouldBeNull();
        _centre.Ready(2);

        var decision = _centre.Call(2, preferred: Picked)!;

        (decision.Interaction, decision.Agent).ShouldBe((Caller(2), Agent(2)));
        decision.Reason.Grounds!.Personal.ShouldBe("picked");
    }

    [Fact]
    public void Whoever_was_picked_by_an_agent_who_is_not_free_any_more_waits_for_all_in_a_moment()
    {
        _centre.Busy(2);
        _centre.Ready(3);

        _centre.Call(1, preferred: Picked).ShouldBeNull();

        _centre.Pass(5)!.Agent.ShouldBe(Agent(3));
    }

    [Fact]
    public void Nobody_waits_for_an_agent_who_is_not_signed_in()
    {
        _centre.Ready(3);

        _centre.Call(1, preferred: Last)!.Agent.ShouldBe(Agent(3));
    }

    [Fact]
    public void Whoever_waits_for_an_agent_who_signs_out_waits_for_anybody_at_once()
    {
        _centre.Busy(1);
        _centre.Ready(3);
        _centre.Call(1, preferred: Last).ShouldBeNull();

        _centre.SignOut(1)!.Agent.ShouldBe(Agent(3));
    }

    [Fact]
    public void Of_two_own_agents_the_first_who_is_free_takes_the_caller()
    {
        _centre.Busy(1);
        _centre.Busy(2);
        _centre.Call(1, preferred: [Last, Manager]);

        _centre.Ready(2)!.Reason.Grounds!.Personal.ShouldBe("personal-manager");
    }

    [Fact]
    public void When_the_time_for_one_of_two_own_agents_is_up_he_still_waits_for_the_other()
    {
        _centre.Busy(1);
        _centre.Busy(2);
        _centre.Call(1, preferred: [Last, Manager]);

        _centre.Pass(30);
        _centre.Ready(1).ShouldBeNull();

        _centre.Ready(2)!.Interaction.ShouldBe(Caller(1));
    }

    [Fact]
    public void An_own_agent_who_signs_in_meanwhile_is_waited_for_as_well()
    {
        _centre.Busy(1);
        _centre.Call(1, preferred: [Last, Manager]);

        _centre.Ready(2)!.Reason.Grounds!.Personal.ShouldBe("personal-manager");
    }

    [Fact]
    public void A_manager_takes_his_client_whatever_he_is_skilled_in()
    {
        var centre = new Centre(Queue("russian")).Employ(2);
        centre.Ready(2);

        centre.Call(1, preferred: Manager)!.Agent.ShouldBe(Agent(2));
    }

    [Fact]
    public void The_queue_says_how_long_when_the_caller_does_not()
    {
        var waits = new Dictionary<string, TimeSpan> { ["last-agent"] = TimeSpan.FromSeconds(15) };
        var centre = new Centre(Queue() with { PersonalWaits = waits }).Employ(1).Employ(3);
        centre.Busy(1);
        centre.Ready(3);
        centre.Call(1, preferred: [Last with { Until = null }, Manager with { Agent = Agent(1), Until = null }]);

        centre.Pass(14).ShouldBeNull();

        centre.Pass(1)!.Agent.ShouldBe(Agent(3));
    }

    [Fact]
    public void A_queue_that_does_not_care_sends_everybody_to_its_line()
    {
        _centre.Busy(1);
        _centre.Ready(3);

        _centre.Call(1, preferred: Last with { Until = null })!.Agent.ShouldBe(Agent(3));
    }

    [Fact]
    public void Whoever_has_come_to_the_line_is_not_called_back_from_it()
    {
        var centre = new Centre(Relaxing((0, "russian"), (10, "debt"))).Employ(2).Employ(3, "debt 1");
        centre.Call(1, preferred: Manager);
        centre.Busy(2);

        centre.Pass(10);

        centre.Ready(3)!.Interaction.ShouldBe(Caller(1));
    }
}
