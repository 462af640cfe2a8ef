using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.Acd.Tests.Stories;
using CrmUms.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace CrmUms.Acd.Tests.Interactions;

/// <summary>The router's choice and the queue's answer come from two actors: either may be first.</summary>
public sealed class EarlyChoiceTests : Actors.TestKit.TestKit
{
    private static readonly AgentId Agent = new(Guid.NewGuid());
    private readonly WitnessJournal _journal;
    private LegId _caller;

    public EarlyChoiceTests()
        : this(new WitnessJournal())
    {
    }

    private EarlyChoiceTests(WitnessJournal journal)
        : base(new ActorSystemOptions { Journal = journal }) => _journal = journal;

    [Fact]
    public void An_agent_who_is_chosen_before_the_caller_knows_his_place_is_offered_to_him()
    {
        var (queue, agents, interaction) = Arrive();

        interaction.Tell(Choice(TestActor));
        interaction.Tell(new EnqueueOutcome.Waits(DateTimeOffset.UnixEpoch), queue.Ref);

        agents.ExpectMsg<OfferInteraction>().Agent.ShouldBe(Agent);
    }

    [Fact]
    public void A_caller_and_his_place_and_his_first_offer_are_one_commit()
    {
        var (queue, agents, interaction) = Arrive();

        interaction.Tell(Choice(TestActor));
        interaction.Tell(new EnqueueOutcome.Waits(DateTimeOffset.UnixEpoch), queue.Ref);

        agents.ExpectMsg<OfferInteraction>();
        AwaitAssert(() => _journal.Writes.ShouldBe([3])); // The agent is told while it is being written.
    }

    [Fact]
    public void An_agent_who_is_chosen_for_a_caller_who_left_before_he_was_queued_is_free_again()
    {
        var (_, _, interaction) = Arrive();

        interaction.Tell(Choice(TestActor));
        interaction.Tell(new CallerLegEnded(_caller, 16, DateTimeOffset.UnixEpoch));

        ExpectMsg<AnnounceAvailability>();
        AwaitAssert(() => // The agent is free while it is being written.
            _journal.Of<InteractionEnded>().Single().Ending.ShouldBe(InteractionEnding.LeftInGreeting));
    }

    [Fact]
    public void A_caller_whose_place_is_not_known_in_time_is_written_and_asks_again()
    {
        var (queue, _, _) = Arrive();

        Scheduler.Advance(TimeSpan.FromSeconds(1));

        queue.ExpectMsg<EnqueueCaller>();
        _journal.Of<InteractionArrived>().ShouldHaveSingleItem();
    }

    private (Actors.TestKit.TestProbe Queue, Actors.TestKit.TestProbe Agents, IActorRef Interaction) Arrive()
    {
        var (queue, agents) = (CreateTestProbe(), CreateTestProbe());
        var pbx = new FakePbx(_ => { }, TimeProvider.System);
        _caller = pbx.ArriveCall("1001");
        var services = new AcdServices(
            pbx,
            pbx,
            Substitute.For<IClientDirectory>(),
            Substitute.For<IStaffDirectory>(),
            new FakePrompts(),
            new FakeHttpLookUps(),
            Substitute.For<IOpenInteractions>(),
            Substitute.For<ILastAgents>(),
            Substitute.For<IHandBackTickets>(),
            new AcdOptions(),
            TimeProvider.System,
            NullLogger.Instance);
        var id = new InteractionId(Guid.NewGuid());
        var agentsRef = agents.Ref;
        var rules = CentreRules.Empty
            .With(RuleCatalog.Of<QueueRule>(), AcdWorld.Queue("express"))
            .With(RuleCatalog.Of<NumberRule>(), AcdWorld.Number("1001", "express"));
        var interaction = Sys.ActorOf(Props.Create(() => new InteractionActor(id, agentsRef, services)));
        interaction.Tell(new TakeCall(
            new CallArrived(_caller, "1001", "", "", DateTimeOffset.UnixEpoch), new NumberPlan(rules, queue.Ref)));
        queue.ExpectMsg<EnqueueCaller>();
        return (queue, agents, interaction);
    }

    private static AgentChosen Choice(IActorRef agent) => new(
        new InteractionId(Guid.NewGuid()),
        Agent,
        agent,
        new RoutingReason("longest-idle", "support", 1, TimeSpan.Zero, null, null));
}
