using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.Actors.Tests.Persistence;

/// <summary>
/// Whatever the order of commands, commits, failures and restarts: what was acknowledged is in the journal, what is in
/// memory is what the journal says, and no command was handled twice.
/// </summary>
public sealed class PersistencePropertyTests
{
    public enum Step
    {
        Note,
        NoteAll,
        NoteLater,
        NoteTwice,
        Fail,
        PersistThenFail,
        Snapshot,
        CloseJournal,
        OpenJournal,
        Restart,
    }

    [Fact]
    public void What_is_acknowledged_is_stored_and_what_is_remembered_is_what_is_stored() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<Step[]>(),
                steps =>
                {
                    using var run = new Run();
                    run.Play(steps);
                    run.Verify();
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(25));

    private sealed class Run : IDisposable
    {
        private readonly GatedJournal _journal = new();
        private readonly TestKit.TestKit _kit;
        private readonly IActorRef _parent;
        private int _number;

        public Run()
        {
            _kit = new TestKit.TestKit(new ActorSystemOptions { Journal = _journal });
            _parent = _kit.Sys.ActorOf(Props.Create(() => new Keeper(_kit.TestActor)));
        }

        public void Dispose()
        {
            _journal.Open();
            _kit.Dispose();
        }

        public void Play(IEnumerable<Step> steps)
        {
            foreach (var step in steps)
            {
                Play(step);
            }

            _journal.Open();
            TestKit.TestSystem.WaitUntilIdle(_kit.Sys);
        }

        public void Verify()
        {
            _parent.Tell(new Account.GetState(), _kit.TestActor);
            var said = new List<string>();
            while (_kit.ReceiveOne() is string text)
            {
                said.Add(text);
                if (!text.Contains(' '))
                {
                    break;
                }
            }

            var stored = _journal.EventsOf("kept").Cast<Account.Noted>().Select(noted => noted.Text).ToList();
            said[^1].ShouldBe(string.Join(',', stored));
            var acknowledged = said.Where(text => text.StartsWith("noted ", StringComparison.Ordinal))
                .Select(text => text["noted ".Length..text.LastIndexOf(" as ", StringComparison.Ordinal)])
                .ToList();
            acknowledged.ShouldBeUnique();
            acknowledged.ShouldBeSubsetOf(stored);
            stored.ShouldBeUnique();
        }

        private void Play(Step step)
        {
            var name = $"n{++_number}";
            switch (step)
            {
                case Step.Note:
                    Tell(new Account.Note(name));
                    break;
                case Step.NoteAll:
                    Tell(new Account.NoteAll($"{name}.a", $"{name}.b", $"{name}.c"));
                    break;
                case Step.NoteLater:
                    Tell(new Account.NoteLater(name));
                    break;
                case Step.NoteTwice:
                    Tell(new Account.NoteTwice(name));
                    break;
                case Step.Fail:
                    Tell(new Account.NoteAfter(name, Task.FromException(new AccidentException("gate"))));
                    break;
                case Step.PersistThenFail:
                    Tell(new Account.PersistThenFail(name));
                    break;
                case Step.Snapshot:
                    Tell(new Account.TakeSnapshot());
                    break;
                case Step.CloseJournal:
                    _journal.Open();
                    _journal.Close();
                    break;
                case Step.OpenJournal:
                    _journal.Open();
                    break;
                case Step.Restart:
                    Tell(new Keeper.Restart());
                    break;
                default:
                    throw new NotSupportedException(step.ToString());
            }
        }

        private void Tell(object message) => _parent.Tell(message, _kit.TestActor);
    }

    /// <summary>Restarts its account whatever happens, and passes everything on to it.</summary>
    private sealed class Keeper : ReceiveActor
    {
        public Keeper(IActorRef reports)
        {
            var account = Context.ActorOf(Props.Create(() => new Account("kept", reports)));
            Receive<Restart>(_ => account.Tell(Kill.Instance));
            ReceiveAny(account.Forward);
        }

        public sealed record Restart;

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);
    }
}
