using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Tests.Asterisk;

namespace CrmUms.CtiGateway.Tests.Wire;

/// <summary>How the link behaves towards an Asterisk that does not do what it should.</summary>
public sealed class PbxLinkTests
{
    private const string Arrival =
        """
        {"type":"StasisStart","timestamp":"2026-11-22T07:21:09.001+0000","args":["inbound","1000","a.raw"],
         "channel":{"id":"1.1","name":"PJSIP/trunk-1","state":"Ring","caller":{"name":"","number":"+998901234567"},
         "dialplan":{"context":"in","exten":"1000","priority":2,"app_name":"Stasis",
         "app_data":"crmums,inbound,1000,a.raw"},
         "creationtime":"2026-11-22T07:21:08.500+0000"},"application":"crmums"}
        """;

    private static readonly LegId Caller = new("1.1");

    [Fact]
    public async Task The_snapshot_is_told_before_what_happened_while_it_was_taken()
    {
        await using var asterisk = new FakeAsterisk(async (connection, request) =>
        {
            if (request is { Method: "GET", Uri: "channels" })
            {
                await connection.SendAsync(Arrival);
            }

            await FakeAsterisk.AnswerEmptyAsync(connection, request);
        });
        await using var stage = new WireStage(asterisk.Options);

        var arrived = await stage.FactAsync<CallArrived>();

        stage.Facts.First().ShouldBeOfType<PbxSnapshot>();
        arrived.ShouldBe(new CallArrived(
            Caller, "1000", "+998901234567", "a.raw", new DateTimeOffset(2026, 11, 22, 7, 21, 8, 500, TimeSpan.Zero)));
    }

    [Fact]
    public async Task A_caller_who_stands_in_the_snapshot_does_not_arrive_a_second_time()
    {
        var channel = Arrival[Arrival.IndexOf("{\"id\":\"1.1\"", StringComparison.Ordinal)..
            Arrival.LastIndexOf(",\"application\"", StringComparison.Ordinal)];
        await using var asterisk = new FakeAsterisk(async (connection, request) =>
        {
            if (request is { Method: "GET", Uri: "channels" })
            {
                await connection.SendAsync(Arrival);
                await connection.ReplyAsync(request, 200, $"[{channel}]");
            }
            else if (request.Uri.Contains("/variable", StringComparison.Ordinal))
            {
                await connection.ReplyAsync(request, 404, "{}");
            }
            else
            {
                await FakeAsterisk.AnswerEmptyAsync(connection, request);
                if (request.Uri == "asterisk/ping")
                {
                    await connection.SendAsync(Ended("1.1"));
                }
            }
        });
        await using var stage = new WireStage(Quick(asterisk.Options));

        await stage.FactAsync<CallerLegEnded>(); // Told after everything that was held back.

        var caller = (await stage.FactAsync<PbxSnapshot>()).Callers.ShouldHaveSingleItem();
        (caller.Arrival.Leg, caller.Interaction).ShouldBe((Caller, (InteractionId?)null));
        stage.Facts.OfType<CallArrived>().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_that_arrives_twice_is_told_once()
    {
        var sent = false;
        await using var asterisk = new FakeAsterisk(async (connection, request) =>
        {
            await FakeAsterisk.AnswerEmptyAsync(connection, request);
            if (request.Uri == "asterisk/ping" && !sent)
            {
                sent = true;
                await connection.SendAsync(Digit("5", "001"));
                await connection.SendAsync(Digit("5", "001"));
                await connection.SendAsync(Digit("5", "002"));
                await connection.SendAsync(Digit("#", "002"));
            }
        });
        await using var stage = new WireStage(Quick(asterisk.Options));

        await stage.FactAsync<DigitReceived>(count: 3);

        stage.Facts.OfType<DigitReceived>().Select(digit => digit.Digit).ShouldBe(['5', '5', '#']);
    }

    [Theory]
    [InlineData("{\"type\":\"StasisStart\",\"channel\":7}")]
    [InlineData("{\"type\":\"SomethingNew\",\"x\":[1,{}]}")]
    [InlineData("{\"no\":\"type\"}")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task What_cannot_be_read_harms_nothing_else(string odd)
    {
        var sent = false;
        await using var asterisk = new FakeAsterisk(async (connection, request) =>
        {
            await FakeAsterisk.AnswerEmptyAsync(connection, request);
            if (request.Uri == "asterisk/ping" && !sent)
            {
                sent = true;
                await connection.SendAsync(odd);
                await connection.SendAsync(Arrival);
            }
        });
        await using var stage = new WireStage(Quick(asterisk.Options));

        await stage.FactAsync<CallArrived>();

        stage.Facts.OfType<PbxLinkLost>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_is_silent_is_given_up_and_made_again()
    {
        var isSilent = false;
        await using var asterisk = new FakeAsterisk((connection, request) =>
        {
            isSilent |= request.Uri == "asterisk/ping";
            return isSilent ? Task.CompletedTask : FakeAsterisk.AnswerEmptyAsync(connection, request);
        });
        await using var stage = new WireStage(Quick(asterisk.Options));

        await stage.FactAsync<PbxLinkLost>();
        isSilent = false;

        await stage.FactAsync<PbxSnapshot>(count: 2);
    }

    [Fact]
    public async Task A_request_without_a_reply_fails_as_transient()
    {
        await using var asterisk = new FakeAsterisk((connection, request) =>
            request.Uri == "channels/1.1/answer"
                ? Task.CompletedTask
                : FakeAsterisk.AnswerEmptyAsync(connection, request));
        var options = asterisk.Options;
        options.RequestMax = TimeSpan.FromMilliseconds(200);
        await using var stage = new WireStage(options);
        await stage.FactAsync<PbxSnapshot>();

        var failure = await Should.ThrowAsync<CtiException>(
            () => stage.Calls.AnswerAsync(Caller, new InteractionId(Guid.NewGuid()), default));

        (failure.Code, failure.IsTransient).ShouldBe((CtiErrorCode.NoReply, true));
    }

    [Fact]
    public async Task What_is_under_way_when_the_link_breaks_fails_at_once()
    {
        await using var asterisk = new FakeAsterisk((connection, request) =>
        {
            if (request.Uri != "channels/1.1/answer")
            {
                return FakeAsterisk.AnswerEmptyAsync(connection, request);
            }

            connection.Abort();
            return Task.CompletedTask;
        });
        await using var stage = new WireStage(asterisk.Options);
        await stage.FactAsync<PbxSnapshot>();

        var failure = await Should.ThrowAsync<CtiException>(
            () => stage.Calls.AnswerAsync(Caller, new InteractionId(Guid.NewGuid()), default));

        failure.Code.ShouldBe(CtiErrorCode.LinkDown);
        await stage.FactAsync<PbxLinkLost>();
        await stage.FactAsync<PbxSnapshot>(count: 2);
    }

    [Fact]
    public async Task More_requests_than_may_wait_are_refused_at_once()
    {
        await using var asterisk = new FakeAsterisk((connection, request) =>
            request.Uri.StartsWith("channels/", StringComparison.Ordinal)
                ? Task.CompletedTask
                : FakeAsterisk.AnswerEmptyAsync(connection, request));
        var options = asterisk.Options;
        options.RequestsInFlightMax = 8;
        await using var stage = new WireStage(options);
        await stage.FactAsync<PbxSnapshot>();

        var waiting = Enumerable.Range(0, 9).Select(_ => stage.Calls.MuteAsync(Caller, true, default)).ToList();
        var refused = await Task.WhenAny(waiting);

        (await Should.ThrowAsync<CtiException>(() => refused)).Code.ShouldBe(CtiErrorCode.NoReply);
        waiting.Count(one => one.IsCompleted).ShouldBe(1);
    }

    [Fact]
    public async Task An_Asterisk_that_turns_us_away_is_asked_again_until_it_lets_us_in()
    {
        await using var asterisk = new FakeAsterisk(FakeAsterisk.AnswerEmptyAsync) { TurnsAway = true };
        await using var stage = new WireStage(asterisk.Options);
        await Eventually.BeTrueAsync(
            () => Task.FromResult(asterisk.Attempts >= 3), TimeSpan.FromSeconds(5), "three attempts");
        stage.Facts.ShouldBeEmpty();

        asterisk.TurnsAway = false;

        await stage.FactAsync<PbxSnapshot>();
    }

    [Fact]
    public async Task A_takeover_by_another_server_is_a_lost_link()
    {
        var sent = false;
        await using var asterisk = new FakeAsterisk(async (connection, request) =>
        {
            await FakeAsterisk.AnswerEmptyAsync(connection, request);
            if (request.Uri == "asterisk/ping" && !sent)
            {
                sent = true;
                await connection.SendAsync("""{"type":"ApplicationReplaced","application":"crmums"}""");
            }
        });
        await using var stage = new WireStage(Quick(asterisk.Options));

        await stage.FactAsync<PbxLinkLost>();

        stage.Log.ShouldContain("4005");
    }

    private static AsteriskOptions Quick(AsteriskOptions options)
    {
        options.PingEvery = TimeSpan.FromMilliseconds(50);
        options.PingReplyMax = TimeSpan.FromMilliseconds(400);
        return options;
    }

    private static string Ended(string channel) =>
        $$"""
        {"type":"ChannelDestroyed","timestamp":"2026-11-22T07:21:10.001+0000","cause":16,"cause_txt":"Normal Clearing",
         "channel":{"id":"{{channel}}","state":"Up"},"application":"crmums"}
        """;

    private static string Digit(string digit, string milliseconds) =>
        $$"""
        {"type":"ChannelDtmfReceived","timestamp":"2026-11-22T07:21:10.{{milliseconds}}+0000","digit":"{{digit}}",
         "duration_ms":100,"channel":{"id":"1.1","state":"Up"},"application":"crmums"}
        """;
}
