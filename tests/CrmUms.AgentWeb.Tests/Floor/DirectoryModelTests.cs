using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Floor;

namespace CrmUms.AgentWeb.Tests.Floor;

/// <summary>What agents are told of their colleagues.</summary>
public sealed class DirectoryModelTests
{
    private static readonly AgentId Aziza = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly AgentId Bobur = new(new Guid(2, 0, 0, new byte[8]));

    private readonly DirectoryModel _directory = new();

    [Fact]
    public void Only_who_has_changed_is_told()
    {
        _directory.PutAll(new AgentViews([View(Aziza, AgentStatus.Ready), View(Bobur, AgentStatus.Ready)]));
        Take();

        _directory.Put(View(Bobur, AgentStatus.Talking));

        var told = Take()!.Agents!.ShouldHaveSingleItem();
        (told.Id, told.Status, told.Available).ShouldBe((Bobur.ToString(), AgentStatus.Talking, false));
        Take().ShouldBeNull();
    }

    [Fact]
    public void Whoever_does_not_answer_is_named_and_his_state_is_unknown()
    {
        _directory.PutAll(new AgentViews([View(Aziza, AgentStatus.Ready)])
        {
            Silent = [new AgentProfile(Bobur, "Бобур")],
        });

        var agents = _directory.Whole([]).Agents.ToDictionary(agent => agent.Id);

        agents[Aziza.ToString()].Status.ShouldBe(AgentStatus.Ready);
        var silent = agents[Bobur.ToString()];
        (silent.Name, silent.Status, silent.Since, silent.Available).ShouldBe(("Бобур", null, null, false));
    }

    [Fact]
    public void Whoever_speaks_again_is_unknown_no_more()
    {
        _directory.PutAll(new AgentViews([]) { Silent = [new AgentProfile(Bobur, "Бобур")] });
        Take();

        _directory.Put(View(Bobur, AgentStatus.Ready));

        Take()!.Agents!.ShouldHaveSingleItem().Status.ShouldBe(AgentStatus.Ready);
    }

    [Fact]
    public void Whoever_works_here_no_more_is_taken_out()
    {
        _directory.PutAll(new AgentViews([View(Aziza, AgentStatus.Ready)])
        {
            Silent = [new AgentProfile(Bobur, "Бобур")],
        });
        Take();

        _directory.PutAll(new AgentViews([]));

        Take()!.AgentsGone.ShouldBe([Aziza.ToString(), Bobur.ToString()], ignoreOrder: true);
    }

    private DirectoryChange? Take() => _directory.TakeChange([]);

    private static AgentView View(AgentId agent, AgentStatus status) => new(
        agent, "Азиза", status, null, DateTimeOffset.UnixEpoch, null, null, AudioStatus.Open, null);
}
