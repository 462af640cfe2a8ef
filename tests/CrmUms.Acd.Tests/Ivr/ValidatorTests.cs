using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ivr.Checking;
using static CrmUms.Acd.Tests.Ivr.FlowCaller;

namespace CrmUms.Acd.Tests.Ivr;

public sealed class ValidatorTests
{
    private static readonly (string, string, string, string) Wait = ("wait", "queue", "{'queue':'support'}", "");

    private static readonly FlowSurroundings Known = new()
    {
        Queues = new HashSet<string> { "support" },
        Skills = new HashSet<string> { "russian", "debt" },
        Calendars = new HashSet<string> { "office" },
        Flows = new Dictionary<string, FlowGraph>(),
        HasPrompt = (prompt, language) => prompt == "hello" || (prompt, language) == ("only-ru", "ru"),
    };

    [Fact]
    public void A_sound_flow_has_no_problems() =>
        FlowValidator.ProblemsOf(
            Flow("main", ("hello", "play", "{'prompts':['hello']}", "{'done':'wait'}"), Wait), Known).ShouldBeEmpty();

    [Theory]
    [InlineData("play", "{'prompts':['hello']}", "", FlowCodes.ExitOpen, "exits.done")]
    [InlineData("play", "{'prompts':['hello']}", "{'done':'x'}", FlowCodes.ExitToNowhere, "exits.done")]
    [InlineData("play", "", "{'done':'wait'}", FlowCodes.SettingRequired, "settings.prompts")]
    [InlineData("play", "{'prompts':['no']}", "{'done':'wait'}", FlowCodes.PromptMissing, "settings.prompts")]
    [InlineData("play", "{'prompts':[7]}", "{'done':'wait'}", FlowCodes.SettingMalformed, "settings.prompts")]
    [InlineData("beam", "", "", FlowCodes.NodeTypeUnknown, "type")]
    [InlineData(
        "hours", "{'calendar':'x'}", "{'open':'wait','closed':'wait'}",
        FlowCodes.CalendarMissing, "settings.calendar")]
    [InlineData("queue", "{'queue':'x'}", "{'full':'wait'}", FlowCodes.QueueMissing, "settings.queue")]
    [InlineData(
        "queue", "{'queue':'support','priority':101}", "{'full':'wait'}",
        FlowCodes.SettingTooLarge, "settings.priority")]
    [InlineData(
        "queue", "{'queue':'support','skills':'russian >= 5 and (debt'}", "{'full':'wait'}",
        FlowCodes.SkillsMalformed, "settings.skills")]
    [InlineData(
        "queue", "{'queue':'support','skills':'russian or french'}", "{'full':'wait'}",
        FlowCodes.SkillMissing, "settings.skills")]
    [InlineData("sub-flow", "{'flow':'x'}", "{'failed':'wait'}", FlowCodes.FlowMissing, "settings.flow")]
    [InlineData("language", "{'language':'fr'}", "{'done':'wait'}", FlowCodes.SettingNotAChoice, "settings.language")]
    [InlineData("set-variable", "{'variable':'1x'}", "{'done':'wait'}", FlowCodes.VariableInvalid, "settings.variable")]
    [InlineData(
        "survey", "{'kind':'nps','highest':10,'prompts':['hello']}", "{'answered':'wait','unanswered':'wait'}",
        FlowCodes.SettingTooLarge, "settings.lowest")]
    [InlineData(
        "survey", "{'kind':'nps','lowest':0,'prompts':['hello']}", "{'answered':'wait','unanswered':'wait'}",
        FlowCodes.SettingTooSmall, "settings.highest")]
    [InlineData(
        "set-variable", "{'variable':'caller.number'}", "{'done':'wait'}",
        FlowCodes.VariableReadOnly, "settings.variable")]
    [InlineData(
        "set-variable", "{'variable':'a','value':'${b'}", "{'done':'wait'}",
        FlowCodes.TemplateInvalid, "settings.value")]
    [InlineData(
        "set-variable", "{'variable':'a','value':'${secret.k}'}", "{'done':'wait'}",
        FlowCodes.SecretMisplaced, "settings.value")]
    [InlineData(
        "condition", "{'expression':'a >'}", "{'true':'wait','false':'wait'}",
        FlowCodes.ExpressionUnexpected, "settings.expression")]
    [InlineData(
        "http-lookup", "{'url':'ftp://x'}", "{'done':'wait','failed':'wait'}",
        FlowCodes.UrlInvalid, "settings.url")]
    [InlineData(
        "http-lookup", "{'url':'http://${h}/x'}", "{'done':'wait','failed':'wait'}",
        FlowCodes.UrlHostVariable, "settings.url")]
    [InlineData(
        "http-lookup", "{'url':'http://h/','mapping':{'a':'b..c'}}", "{'done':'wait','failed':'wait'}",
        FlowCodes.PathInvalid, "settings.mapping")]
    [InlineData("transfer", "{'number':'call me'}", "{'failed':'wait'}", FlowCodes.NumberInvalid, "settings.number")]
    [InlineData(
        "menu", "{'prompts':['hello'],'options':['1','1']}", "{'1':'wait','no-input':'wait','no-match':'wait'}",
        FlowCodes.OptionRepeated, "settings.options")]
    [InlineData(
        "collect-digits", "{'prompts':['hello'],'variable':'a','minDigits':5,'maxDigits':4}",
        "{'done':'wait','no-input':'wait','no-match':'wait'}", FlowCodes.SettingsContradict, "settings.minDigits")]
    public void What_makes_no_sense_in_a_node_is_told_with_its_place(
        string type, string settings, string exits, string code, string place)
    {
        var problems = FlowValidator.ProblemsOf(Flow("main", ("it", type, settings, exits), Wait), Known)
            .Where(problem => !problem.IsWarning)
            .ToList();

        var problem = problems.ShouldHaveSingleItem();
        (problem.Code, problem.Field, problem.Node).ShouldBe((code, "nodes[0]." + place, "it"));
        FlowValidator.IsPublishable(problems).ShouldBeFalse();
    }

    [Fact]
    public void A_circle_without_a_wait_is_found()
    {
        var problems = FlowValidator.ProblemsOf(
            Flow(
                "main",
                ("a", "set-variable", "{'variable':'n'}", "{'done':'b'}"),
                ("b", "condition", "{'expression':'n'}", "{'true':'a','false':'wait'}"),
                Wait),
            Known);

        problems.Select(problem => (problem.Code, problem.Node))
            .ShouldBe([(FlowCodes.LoopWithoutWait, "a"), (FlowCodes.LoopWithoutWait, "b")]);
    }

    [Fact]
    public void A_circle_that_nobody_gets_out_of_is_found()
    {
        const string Menu = "{'prompts':['hello'],'options':['1']}";
        var problems = FlowValidator.ProblemsOf(
            Flow("main", ("menu", "menu", Menu, "{'1':'menu','no-input':'menu','no-match':'menu'}")), Known);

        problems.ShouldHaveSingleItem().Code.ShouldBe(FlowCodes.LoopWithoutEnd);
    }

    [Fact]
    public void What_nobody_reaches_and_what_is_missing_in_one_language_is_a_warning()
    {
        var problems = FlowValidator.ProblemsOf(
            Flow(
                "main",
                ("uz", "language", "{'language':'uz'}", "{'done':'play'}"),
                ("play", "play", "{'prompts':['only-ru']}", "{'done':'say'}"),
                ("say", "say", "{'value':'7'}", "{'done':'wait'}"),
                ("alone", "hang-up", "", ""),
                Wait),
            Known);

        problems.Select(problem => problem.Code).ShouldBe(
            [
                FlowCodes.PromptLanguageMissing,
                FlowCodes.SayingMissing,
                FlowCodes.SayingMissing,
                FlowCodes.NodeUnreachable,
            ],
            ignoreOrder: true);
        FlowValidator.IsPublishable(problems).ShouldBeTrue();
    }

    [Fact]
    public void Flows_that_lead_into_each_other_are_found()
    {
        static FlowGraph Calling(string id, string other) =>
            Flow(id, ("call", "sub-flow", $"{{'flow':'{other}'}}", "{'returned':'end'}"), ("end", "hang-up", "", ""));

        var a = Calling("a", "b");
        var surroundings = Known with
        {
            Flows = new Dictionary<string, FlowGraph>
            {
                ["a"] = a, ["b"] = Calling("b", "c"), ["c"] = Calling("c", "a"),
            },
        };

        var problem = FlowValidator.ProblemsOf(a, surroundings).ShouldHaveSingleItem();

        (problem.Code, problem.Args["path"]).ShouldBe((FlowCodes.CircularSubFlows, "a → b → c → a"));
    }

    [Fact]
    public void An_empty_flow_one_without_a_start_and_two_nodes_of_one_name_are_told()
    {
        FlowValidator.ProblemsOf(Flow("main"), Known).ShouldHaveSingleItem().Code.ShouldBe(FlowCodes.FlowEmpty);
        FlowValidator.ProblemsOf(Flow("main", Wait) with { Start = "x" }, Known).ShouldHaveSingleItem()
            .Code.ShouldBe(FlowCodes.StartMissing);
        FlowValidator.ProblemsOf(Flow("main", Wait, Wait), Known).ShouldHaveSingleItem()
            .Code.ShouldBe(FlowCodes.NodeIdRepeated);
    }
}
