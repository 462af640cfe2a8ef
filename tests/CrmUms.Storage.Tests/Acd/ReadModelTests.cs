using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Cases;
using CrmUms.CrmCore.Clients;
using CrmUms.CrmCore.History;
using CrmUms.CrmCore.Ports;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Crm;
using CrmUms.Storage.Identity;
using CrmUms.Storage.Recording;
using CrmUms.Storage.Tests.Events;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Acd;

/// <summary>What people look at, made from what has happened.</summary>
public sealed class ReadModelTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Morning = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);

    private readonly ClientId _client = new(Guid.CreateVersion7());
    private readonly AgentId _agent = new(Guid.CreateVersion7());

    private PostgresHistory History => new(Database);

    [Fact]
    public async Task A_call_stands_in_the_history_with_all_that_belongs_to_it()
    {
        await SeedPeopleAsync();
        var call = new Call(Morning) { Agent = _agent };
        var index = new PostgresRecordingIndex(Database, Projector);
        await HappenedAsync(call.PersistenceId, call.WholeStory(_client));
        await index.AddAsync(
            new NewRecording(new RecordingId(Guid.CreateVersion7()), call.Id, $"{call.Id}.raw", Morning), Cancellation);
        await Projector.CatchUpAsync(Cancellation);

        var row = (await History.ReadAsync(new HistoryQuery(null, null, 50), Cancellation)).Rows.ShouldHaveSingleItem();

        row.Interaction.ShouldBe(call.Id);
        row.ArrivedAt.ShouldBe(Morning);
        row.Client.ShouldBe(new HistoryClient(_client, "Юсупов Тимур Рашидович", IsVip: true));
        (row.Queue, row.QueueName).ShouldBe((Call.Support, "Поддержка"));
        (row.Agent, row.AgentName).ShouldBe((_agent, "Азиза Каримова"));
        (row.Wait, row.Talk, row.Hold, row.WrapUp).ShouldBe((Seconds(8), Seconds(30), Seconds(5), Seconds(12)));
        row.Ending.ShouldBe(InteractionEnding.CallerHungUp);
        (row.Topic, row.Result, row.Note).ShouldBe(("tariff.change", "resolved", "note"));
        row.CaseNumber.ShouldBe(100_001);
        var recording = row.Recordings.ShouldHaveSingleItem();
        (recording.Part, recording.State, recording.TalkStartsAt)
            .ShouldBe((1, HistoryRecordingState.Pending, Seconds(11)));
    }

    [Fact]
    public async Task The_timeline_says_who_did_what_and_why()
    {
        await SeedPeopleAsync();
        var call = new Call(Morning) { Agent = _agent };
        await HappenedAsync(call.PersistenceId, call.WholeStory(_client));
        await Projector.CatchUpAsync(Cancellation);

        var detail = await History.FindAsync(call.Id, Cancellation);

        detail.ShouldNotBeNull();
        detail.Decision!.Strategy.ShouldBe("longest-idle");
        detail.Timeline.Count.ShouldBe(11);
        var offered = detail.Timeline.Single(entry => entry.Kind == "interaction-offered");
        offered.AgentName.ShouldBe("Азиза Каримова");
        detail.People[_agent.ToString()].ShouldBe("Азиза Каримова");
        offered.Decision!.Candidates.ShouldBe(2);
        (await History.FindAsync(new InteractionId(Guid.NewGuid()), Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_is_named_in_what_happened_is_named_by_his_name_too()
    {
        await SeedPeopleAsync();
        var call = new Call(Morning);
        var stranger = new AgentId(Guid.CreateVersion7());
        await HappenedAsync(
            call.PersistenceId,
            call.Arrived(),
            new PriorityGiven(call.Id, 50, _agent, Morning),
            new PriorityGiven(call.Id, 60, stranger, Morning));
        await Projector.CatchUpAsync(Cancellation);

        var detail = await History.FindAsync(call.Id, Cancellation);

        var (id, name) = detail!.People.ShouldHaveSingleItem();
        (id, name).ShouldBe((_agent.ToString(), "Азиза Каримова"));
    }

    [Fact]
    public async Task The_history_is_read_page_by_page_without_a_gap_or_a_repeat()
    {
        // Three of them in the same instant: the id decides.
        var calls = Enumerable.Range(0, 7).Select(number => new Call(Morning.AddMinutes(number / 3))).ToList();
        foreach (var call in calls)
        {
            await HappenedAsync(call.PersistenceId, call.Arrived(), call.Queued(1), call.Ended(2), call.Closed(2));
        }

        await Projector.CatchUpAsync(Cancellation);

        List<HistoryRow> read = [];
        HistoryCursor? cursor = null;
        do
        {
            var page = await History.ReadAsync(new HistoryQuery(null, cursor, 2), Cancellation);
            read.AddRange(page.Rows);
            cursor = page.Next is { } next && HistoryCursor.TryParse(next.ToString(), out var parsed) ? parsed : null;
        }
        while (cursor is not null);

        read.Count.ShouldBe(7);
        read.Select(row => row.Interaction).Distinct().Count().ShouldBe(7);
        read.Select(row => row.ArrivedAt).ShouldBe(read.Select(row => row.ArrivedAt).OrderDescending());
    }

    [Fact]
    public async Task An_agent_sees_his_own_calls_and_only_when_they_have_ended()
    {
        var (own, open) = (new Call(Morning) { Agent = _agent }, new Call(Morning) { Agent = _agent });
        var other = new Call(Morning);
        await HappenedAsync(own.PersistenceId, own.Arrived(), own.Queued(0), own.Connected(1), own.Ended(2));
        await HappenedAsync(other.PersistenceId, other.Arrived(), other.Queued(0), other.Connected(1), other.Ended(2));
        await HappenedAsync(open.PersistenceId, open.Arrived(), open.Queued(0), open.Connected(1));
        await Projector.CatchUpAsync(Cancellation);

        var page = await History.ReadAsync(new HistoryQuery(_agent, null, 50), Cancellation);

        page.Rows.ShouldHaveSingleItem().Interaction.ShouldBe(own.Id);
        (await History.ListByClientAsync(_client, 20, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_had_a_call_before_it_became_anothers_sees_it_too()
    {
        var next = new AgentId(Guid.CreateVersion7());
        var handedOn = new Call(Morning) { Agent = _agent };
        var taken = new Call(Morning.AddHours(1)) { Agent = _agent };
        await HappenedAsync(
            handedOn.PersistenceId, handedOn.Arrived(), handedOn.Queued(0), handedOn.Connected(1),
            new InteractionHandedOver(handedOn.Id, _agent, next, 2, handedOn.At(5)), handedOn.Ended(9));
        await HappenedAsync(
            taken.PersistenceId, taken.Arrived(), taken.Queued(0), taken.Connected(1),
            new TalkTakenOver(taken.Id, _agent, next, new LegId("other-leg"), 2, taken.At(5)), taken.Ended(9));
        await Projector.CatchUpAsync(Cancellation);

        var first = await History.ReadAsync(new HistoryQuery(_agent, null, 1), Cancellation);
        var second = await History.ReadAsync(new HistoryQuery(_agent, first.Next, 1), Cancellation);
        var others = await History.ReadAsync(new HistoryQuery(next, null, 50), Cancellation);

        first.Rows.ShouldHaveSingleItem().Interaction.ShouldBe(taken.Id);
        var row = second.Rows.ShouldHaveSingleItem();
        (row.Interaction, row.Agent).ShouldBe((handedOn.Id, next));
        row.FormerAgents.ShouldBe([_agent]);
        (row.WasOf(_agent), row.WasOf(new AgentId(Guid.CreateVersion7()))).ShouldBe((true, false));
        others.Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_case_is_opened_with_each_call_and_follows_it()
    {
        await SeedPeopleAsync();
        var (settled, missed) = (new Call(Morning), new Call(Morning.AddHours(1)));
        await HappenedAsync(settled.PersistenceId, settled.WholeStory(_client));
        await HappenedAsync(
            missed.PersistenceId,
            missed.Arrived(),
            missed.Identified(0, _client),
            missed.Queued(1),
            missed.Ended(9, InteractionEnding.Abandoned),
            missed.Closed(9));
        await Projector.CatchUpAsync(Cancellation);

        var cases = await new PostgresCaseStore(Database).ListByClientAsync(_client, 20, Cancellation);

        cases.Select(card => card.Status).ShouldBe([CaseStatus.Missed, CaseStatus.Resolved]);
        cases.Select(card => card.Number).ShouldBe([100_002L, 100_001L]);
        cases[1].Interactions.ShouldBe([settled.Id]);
        cases[1].Note.ShouldBe("note");
    }

    [Fact]
    public async Task What_was_open_when_the_server_stopped_is_found_without_waiting_for_the_projector()
    {
        var (open, closed) = (new Call(Morning), new Call(Morning));
        await HappenedAsync(open.PersistenceId, open.Arrived(), open.Queued(1));
        await HappenedAsync(closed.PersistenceId, closed.Arrived(), closed.Ended(1), closed.Closed(1));

        var list = await new PostgresOpenInteractions(Database, Projector).ListAsync(Cancellation);

        list.ShouldBe([open.Id]);
    }

    [Fact]
    public async Task Every_state_of_an_agent_has_a_beginning_and_an_end()
    {
        var call = new Call(Morning);
        await HappenedAsync(
            "agent-1",
            new AgentSignedIn(_agent, call.At(0)),
            new AgentBecameReady(_agent, call.At(10)),
            new AgentReserved(_agent, call.Id, call.At(30)),
            new AgentStartedTalking(_agent, call.Id, call.At(33)));
        await Projector.CatchUpAsync(Cancellation);

        var states = await Database.QueryAsync<(string State, string? Reason, double Seconds)>(
            """
            select state, reason, coalesce(extract(epoch from ended_at - began_at)::float8, -1)
              from acd.agent_state order by ordering
            """,
            null,
            Cancellation);

        states.ShouldBe(
            [("not-ready", "signed-in", 10), ("ready", null, 20), ("reserved", null, 3), ("talking", null, -1)]);
    }

    [Fact]
    public async Task Every_event_of_an_agent_is_understood()
    {
        await HappenedAsync("agent-1", [.. SampleEvents.All.OfType<IAgentEvent>()]);
        await Projector.CatchUpAsync(Cancellation);

        (await Database.QueryAsync<string>("select failure from storage.poison_event", null, Cancellation))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_note_with_a_character_that_PostgreSQL_does_not_know_is_kept_without_it()
    {
        await SeedPeopleAsync();
        var call = new Call(Morning);
        await HappenedAsync(
            call.PersistenceId, call.Arrived(), call.Identified(0, _client), call.Queued(0), call.Connected(1),
            call.Ended(2), call.Recorded(3, note: "a\0b"), call.Closed(3));
        await Projector.CatchUpAsync(Cancellation);

        var row = (await History.ListByClientAsync(_client, 20, Cancellation)).ShouldHaveSingleItem();

        row.Note.ShouldBe("ab");
        (await Database.FindAsync<long>("select count(*) from storage.poison_event", null, Cancellation)).ShouldBe(0);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private async Task SeedPeopleAsync()
    {
        await HappenedAsync("queue-support", new QueueConfigured(
            new QueueConfiguration(
                Call.Support, "Поддержка", ["1000"], "support", "", "ru", "default", Seconds(20), Seconds(60), 9),
            Morning));
        await new PostgresClientStore(Database).SaveAsync(
            [new Client.Individual(_client, new PersonName("Юсупов", "Тимур", "Рашидович"), [], IsVip: true, null)],
            Cancellation);
        await new PostgresAccountStore(Database, TimeProvider.System).AddAsync(
            new Account(
                _agent.Value, "agent1", "Азиза Каримова", EmployeeRole.Agent, "ru", "hash", MustSetPassword: false),
            Cancellation);
    }
}
