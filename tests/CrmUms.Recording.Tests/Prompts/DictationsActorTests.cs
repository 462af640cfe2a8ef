using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.Recording.Prompts;
using CrmUms.Recording.Storage;
using CrmUms.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Recording.Tests.Prompts;

/// <summary>Prompts spoken by telephone: a draft comes of it, or words why not; nothing else stays.</summary>
public sealed class DictationsActorTests : Actors.TestKit.TestKit
{
    private static readonly DialTarget.Number Number =
        (DialTarget.Number)DialTarget.Of(PhoneNumber.FromE164("+998901234567"));

    private readonly PromptFolder _folder = new();
    private readonly string _spool = Directory.CreateTempSubdirectory("crmums-spool-").FullName;
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly FakePbx _pbx;

    public DictationsActorTests()
    {
        _pbx = new FakePbx(fact => Sys.EventStream.Publish(fact), Scheduler.TimeProvider);
        Directory.CreateDirectory(Path.Combine(_spool, "monitor"));
        Directory.CreateDirectory(Path.Combine(_spool, "recording"));
    }

    private LegId Leg => OutboundLegs.ForDictation(_id);

    private string Spoken => Path.Combine(_spool, "recording", $"dictation-{_id:n}.wav");

    private string WholeCall => Path.Combine(_spool, "monitor", $"{Leg}.raw");

    [Fact]
    public void What_was_said_until_the_key_is_a_draft_and_nothing_of_the_PBX_stays()
    {
        var actor = Begin();
        Speaks("hello there");

        _pbx.PressKey(Leg, '#');

        var draft = Becomes(actor, DictationStage.Done);
        File.ReadAllText(draft.File!).ShouldBe("hello there");
        draft.Duration.ShouldBe(TimeSpan.FromSeconds("hello there".Length));
        File.Exists(Spoken).ShouldBeFalse();
        AwaitAssert(() =>
        {
            Scheduler.Advance(TimeSpan.FromSeconds(2));
            File.Exists(WholeCall).ShouldBeFalse();
        });
    }

    [Fact]
    public void Whoever_hangs_up_has_finished_too()
    {
        var actor = Begin();
        Speaks("hello");

        _pbx.EndCallee(Leg);

        Becomes(actor, DictationStage.Done);
    }

    [Fact]
    public void After_three_minutes_he_is_cut_short()
    {
        var actor = Begin();
        Speaks("hello");

        Scheduler.Advance(DictationsActor.LengthMax);

        Becomes(actor, DictationStage.Done);
        AwaitAssert(() => _pbx.IsAlive(Leg).ShouldBeFalse());
    }

    [Theory]
    [InlineData(CalleeHabit.IsBusy, DictationFailure.Busy)]
    [InlineData(CalleeHabit.Rings, DictationFailure.NoAnswer)]
    [InlineData(CalleeHabit.Declines, DictationFailure.Refused)]
    [InlineData(CalleeHabit.IsUnknown, DictationFailure.Unreachable)]
    public void Where_nobody_answers_it_says_why(CalleeHabit habit, DictationFailure failure)
    {
        _pbx.Callee = _ => habit;
        var actor = Begin();
        AwaitAssert(() => _pbx.Dialled.Count.ShouldBe(1));

        Scheduler.Advance(DictationsActor.RingMax);

        Becomes(actor, DictationStage.Failed).Failure.ShouldBe(failure);
    }

    [Fact]
    public void Whoever_says_nothing_leaves_no_draft()
    {
        var actor = Begin();
        Speaks("silence");

        _pbx.PressKey(Leg, '#');

        Becomes(actor, DictationStage.Failed).Failure.ShouldBe(DictationFailure.NothingSaid);
        _folder.WorkFiles.ShouldBeEmpty();
        File.Exists(Spoken).ShouldBeFalse();
    }

    [Fact]
    public void Whoever_is_no_more_wanted_is_hung_up_and_what_he_said_is_removed()
    {
        var actor = Begin();
        Speaks("hello");

        actor.Tell(new DropDictation(_id));

        AwaitAssert(() => _pbx.IsAlive(Leg).ShouldBeFalse());
        AwaitAssert(() => File.Exists(Spoken).ShouldBeFalse());
        actor.Tell(new GetDictation(_id), TestActor);
        ExpectMsg<DictationRefused>();
    }

    [Fact]
    public void A_draft_that_nobody_takes_is_forgotten_after_an_hour()
    {
        var actor = Begin();
        Speaks("hello");
        _pbx.PressKey(Leg, '#');
        Becomes(actor, DictationStage.Done);

        Scheduler.Advance(DictationsActor.KeptFor);

        AwaitAssert(() => _folder.WorkFiles.ShouldBeEmpty());
    }

    [Fact]
    public void A_lost_PBX_is_told_and_what_a_crash_left_is_removed_at_the_next_start()
    {
        var actor = Begin();
        Speaks("hello");
        Sys.EventStream.Publish(new PbxLinkLost(Scheduler.Now));
        Becomes(actor, DictationStage.Failed).Failure.ShouldBe(DictationFailure.LinkLost);

        Start();

        AwaitAssert(() =>
        {
            File.Exists(Spoken).ShouldBeFalse();
            File.Exists(WholeCall).ShouldBeFalse();
        });
    }

    private IActorRef Start()
    {
        var services = new DictationServices(
            _pbx, new FakeConverter(), _folder.Files, new RecordingFiles(Path.Combine(_spool, "monitor"), _spool),
            TimeSpan.FromSeconds(2), NullLogger.Instance);
        return Sys.ActorOf(Props.Create(() => new DictationsActor(services)));
    }

    private IActorRef Begin()
    {
        var actor = Start();
        actor.Tell(new StartDictation(_id, PromptId.Parse("welcome"), PromptLanguage.Ru, Number), TestActor);
        ExpectMsg<Dictation>().Stage.ShouldBe(DictationStage.Calling);
        return actor;
    }

    private void Speaks(string words)
    {
        AwaitAssert(() => _pbx.IsRecorded(Leg).ShouldBeTrue());
        File.WriteAllText(Spoken, words);
        File.WriteAllText(WholeCall, words);
    }

    private Dictation Becomes(IActorRef actor, DictationStage stage)
    {
        Dictation? dictation = null;
        AwaitAssert(() =>
        {
            actor.Tell(new GetDictation(_id), TestActor);
            dictation = ExpectMsg<Dictation>();
            dictation.Stage.ShouldBe(stage);
        });
        return dictation!;
    }

    protected override void AfterAll()
    {
        _folder.Dispose();
        Directory.Delete(_spool, recursive: true);
    }
}
