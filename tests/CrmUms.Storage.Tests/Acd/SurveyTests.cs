using CrmUms.Acd.Figures;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.History;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Acd;

/// <summary>What clients think of us, read from what has happened.</summary>
public sealed class SurveyTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Morning = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);

    private readonly AgentId _other = new(Guid.CreateVersion7());

    private PostgresSurveys Surveys => new(Database);

    [Fact]
    public async Task An_answer_is_about_the_agent_and_the_queue_of_the_talk_before_it()
    {
        var call = await SurveyedAsync(Answered(4));

        var answers = await ReadAsync();

        answers.Scores.ShouldHaveSingleItem().ShouldBe(
            new GivenScore(Call.Support, call.Agent, new SurveyScore(SurveyKind.Csat, "care", 1, 5, 4, 1)));
        var detail = await new PostgresHistory(Database).FindAsync(call.Id, Cancellation);
        detail!.Scores.ShouldBe([new HistoryScore(SurveyKind.Csat, "care", 4, 1, 5)]);
        (await Database.FindAsync<(string, string)>(
            "select flow, node from acd.survey_answer", null, Cancellation)).ShouldBe(("welcome", "rate"));
    }

    [Fact]
    public async Task Whoever_took_the_talk_over_last_is_the_one_who_is_rated()
    {
        var call = new Call(Morning);
        await HappenedAsync(
            call.PersistenceId,
            [
                .. BeforeTheTalk(call),
                new InteractionHandedOver(call.Id, call.Agent, _other, 2, call.At(20)),
                Noted(call, Answered(5), 30),
            ]);
        await Projector.CatchUpAsync(Cancellation);

        (await ReadAsync()).Scores.ShouldHaveSingleItem().Agent.ShouldBe(_other);
    }

    [Fact]
    public async Task Whoever_was_asked_without_a_talk_rates_nobody()
    {
        var call = new Call(Morning);
        await HappenedAsync(
            call.PersistenceId, call.Arrived(), call.Greeted(1), Noted(call, Answered(2), 5), call.Ended(9));
        await Projector.CatchUpAsync(Cancellation);

        var given = (await ReadAsync()).Scores.ShouldHaveSingleItem();
        (given.Queue, given.Agent).ShouldBe((null, null));
    }

    [Fact]
    public async Task Old_answers_without_a_scale_were_given_on_the_usual_one()
    {
        await SurveyedAsync(
            new FlowNote.SurveyAnswered("nps", "care", 10), new FlowNote.SurveyAnswered("csi", "care", 3));

        (await ReadAsync()).Scores.Select(given => (given.Score.Kind, given.Score.Lowest, given.Score.Highest))
            .ShouldBe([(SurveyKind.Csi, 1, 5), (SurveyKind.Nps, 0, 10)]);
    }

    [Fact]
    public async Task Equal_scores_are_counted_together_and_other_days_are_left_out()
    {
        var call = await SurveyedAsync(Answered(4));
        var late = new Call(Morning.AddDays(1)) { Agent = call.Agent };
        await HappenedAsync(late.PersistenceId, [.. BeforeTheTalk(late), Noted(late, Answered(4), 30)]);
        var same = new Call(Morning) { Agent = call.Agent };
        await HappenedAsync(same.PersistenceId, [.. BeforeTheTalk(same), Noted(same, Answered(4), 30)]);
        await Projector.CatchUpAsync(Cancellation);

        (await ReadAsync()).Scores.ShouldHaveSingleItem().Score.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Made_anew_from_the_journal_it_is_the_same()
    {
        await SurveyedAsync(Answered(4));
        var before = await ReadAsync();

        await Database.ExecuteAsync(
            "delete from acd.survey_answer; update storage.projection set ordering = 0 where projection = 'survey'",
            null, Cancellation);
        await Projector.CatchUpAsync(Cancellation);

        (await ReadAsync()).Scores.ShouldBe(before.Scores);
    }

    private static FlowNote.SurveyAnswered Answered(int score) =>
        new("csat", "care", score) { Lowest = 1, Highest = 5 };

    private static FlowNoted Noted(Call call, FlowNote note, double at) => new(call.Id, note, call.At(at));

    private static object[] BeforeTheTalk(Call call) =>
    [
        call.Arrived(), call.Greeted(1), call.Queued(3), call.Offered(4), call.Connected(11),
    ];

    private async Task<Call> SurveyedAsync(params FlowNote.SurveyAnswered[] answers)
    {
        var call = new Call(Morning);
        await HappenedAsync(
            call.PersistenceId,
            [
                .. BeforeTheTalk(call),
                new TalkCompleted(call.Id, call.Agent, call.At(20)),
                Noted(call, new FlowNote.NodeEntered("welcome", "rate", 2, call.At(20)), 20),
                .. answers.Select(answer => Noted(call, answer, 25)),
                call.Ended(30, InteractionEnding.AgentHungUp),
            ]);
        await Projector.CatchUpAsync(Cancellation);
        return call;
    }

    private Task<SurveyAnswers> ReadAsync() =>
        Surveys.ReadAsync(Morning.AddHours(-9), Morning.AddHours(15), Cancellation);
}
