using CrmUms.Acd.Agents;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Floor;

/// <summary>
/// Whom a call can be brought to, and what of it has changed since it was last asked. Knows no actor and no clock. Of
/// colleagues it says no more than agents may know: neither whom they talk with nor how they work.
/// </summary>
internal sealed class DirectoryModel
{
    private static readonly IReadOnlyDictionary<string, int> NoSkills = new Dictionary<string, int>();

    private readonly Dictionary<AgentId, AgentView> _views = [];
    private readonly Dictionary<AgentId, string> _silent = []; // By name: nobody knows what they do.
    private readonly FloorTable<AgentId, DirectoryAgent> _agents = new();
    private CentreRules _rules = CentreRules.Empty;
    private List<DirectoryQueue> _queues = [];
    private List<DirectorySkill> _skills = [];

    public void Put(CentreRules rules)
    {
        _rules = rules;
        _agents.Touch(_views.Keys.Concat(_silent.Keys));
    }

    public void Put(AgentView view)
    {
        _silent.Remove(view.Agent);
        _views[view.Agent] = view;
        _agents.Touch([view.Agent]);
    }

    /// <summary>Nobody else works here.</summary>
    public void PutAll(AgentViews views)
    {
        var here = views.Agents.Select(view => view.Agent).Concat(views.Silent.Select(silent => silent.Agent));
        foreach (var gone in _views.Keys.Concat(_silent.Keys).Except(here).ToList())
        {
            _views.Remove(gone);
            _silent.Remove(gone);
            _agents.Touch([gone]);
        }

        foreach (var silent in views.Silent)
        {
            _views.Remove(silent.Agent);
            _silent[silent.Agent] = silent.DisplayName;
            _agents.Touch([silent.Agent]);
        }

        foreach (var view in views.Agents)
        {
            Put(view);
        }
    }

    /// <summary>All of it, as it is now.</summary>
    public DirectoryView Whole(IEnumerable<FloorQueue> queues)
    {
        var agents = _views.Keys.Concat(_silent.Keys).Select(AgentOf).OfType<DirectoryAgent>().ToList();
        return new DirectoryView([.. agents.OrderBy(agent => agent.Name)], QueuesOf(queues), SkillsOf(agents));
    }

    /// <summary>What has changed; null when nothing has.</summary>
    public DirectoryChange? TakeChange(IEnumerable<FloorQueue> queues)
    {
        var agents = _agents.Take(AgentOf, 0, (former, row) => former == row ? null : row, (row, _) => row);
        var (formerQueues, formerSkills) = (_queues, _skills);
        _queues = QueuesOf(queues);
        _skills = SkillsOf(_agents.Rows);
        var (sameQueues, sameSkills) = (_queues.SequenceEqual(formerQueues), _skills.SequenceEqual(formerSkills));
        return agents.IsEmpty && sameQueues && sameSkills
            ? null
            : new DirectoryChange(
                agents.Changed,
                agents.Gone?.Select(agent => agent.ToString()).ToList(),
                sameQueues ? null : _queues,
                sameSkills ? null : _skills);
    }

    private DirectoryAgent? AgentOf(AgentId agent)
    {
        var rule = _rules.Find<AgentRule>(agent.ToString());
        var (skills, groups) = (rule?.Skills ?? NoSkills, rule?.Groups ?? []);
        if (_views.TryGetValue(agent, out var view))
        {
            var isFree = view is { Status: AgentStatus.Ready, Obstacle: null };
            return new DirectoryAgent(
                agent.ToString(), view.DisplayName, view.Status, view.Reason, view.Since, isFree, skills, groups);
        }

        return _silent.TryGetValue(agent, out var name)
            ? new DirectoryAgent(agent.ToString(), name, null, null, null, false, skills, groups)
            : null;
    }

    private List<DirectoryQueue> QueuesOf(IEnumerable<FloorQueue> queues) =>
    [
        .. from rule in _rules.All<QueueRule>()
           join queue in queues on rule.Id equals queue.Id
           let line = queue.Line
           select new DirectoryQueue(rule.Id, rule.Name, line.Waiting, line.Agents, line.EstimatedWaitSeconds),
    ];

    private List<DirectorySkill> SkillsOf(IEnumerable<DirectoryAgent> agents)
    {
        var counts = new Dictionary<string, (int Ready, int SignedIn)>();
        foreach (var agent in agents.Where(agent => agent.Status is not (null or AgentStatus.SignedOut)))
        {
            foreach (var (skill, _) in agent.Skills.Where(skill => skill.Value > 0))
            {
                var (ready, signedIn) = counts.GetValueOrDefault(skill);
                counts[skill] = (ready + (agent.Available ? 1 : 0), signedIn + 1);
            }
        }

        return
        [
            .. from skill in _rules.All<SkillRule>()
               let count = counts.GetValueOrDefault(skill.Id)
               select new DirectorySkill(skill.Id, skill.Name, count.Ready, count.SignedIn),
        ];
    }}
