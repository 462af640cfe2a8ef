using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Tests.Stories;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Acd.Tests.Queues;

/// <summary>The PBX has the music of the rules, whatever comes and goes.</summary>
public sealed class MusicActorTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Shelf _shelf = new();
    private readonly Pbx _pbx = new();
    private readonly ActorSystem _system;
    private readonly IActorRef _music;

    public MusicActorTests()
    {
        _system = TestSystem.Create(new ActorSystemOptions { TimeProvider = _clock });
        var (shelf, pbx) = (_shelf, _pbx);
        _music = _system.ActorOf(Props.Create(
            () => new MusicActor(ActorRefs.Nobody, shelf, pbx, NullLogger.Instance)));
    }

    public async ValueTask DisposeAsync() => await _system.Terminate();

    [Fact]
    public async Task Music_is_made_as_soon_as_a_rule_stands_for_it()
    {
        _shelf.Prompts = ["take-five"];
        Hold("take-five");

        await MadeAsync("jazz: take-five");
    }

    [Fact]
    public async Task Music_whose_prompt_comes_later_is_made_then()
    {
        Hold("take-five");
        await MadeAsync("");

        _shelf.Prompts = ["take-five"];

        await MadeAsync("", "jazz: take-five");
    }

    [Fact]
    public async Task What_the_PBX_has_not_taken_is_tried_again()
    {
        _shelf.Prompts = ["take-five"];
        _pbx.IsAway = true;
        Hold("take-five");
        await AcdWorld.EventuallyAsync(() => _pbx.Refused == 1, "it is refused");

        _pbx.IsAway = false;
        await MadeAsync("jazz: take-five");
    }

    [Fact]
    public async Task Rules_that_change_no_music_trouble_nobody()
    {
        _shelf.Prompts = ["take-five"];
        Hold("take-five");
        await MadeAsync("jazz: take-five");

        Hold("take-five");
        Hold("take-five", "so-what");
        _shelf.Prompts = ["take-five", "so-what"];

        await MadeAsync("jazz: take-five", "jazz: take-five so-what");
    }

    private void Hold(params string[] tracks) => _music.Tell(new CentreRulesChanged(CentreRules.Empty.With(
        RuleCatalog.Of<MusicRule>(), new MusicRule { Id = "jazz", Name = "Jazz", Tracks = tracks })));

    // It looks when its time has come; before that it may still be busy with what it was told.
    private Task MadeAsync(params string[] made) => AcdWorld.EventuallyAsync(
        () =>
        {
            _clock.Advance(MusicActor.LookEvery);
            return _pbx.Made.SequenceEqual(made);
        },
        $"made is: {string.Join("; ", made)}");

    private sealed class Shelf : IPromptLibrary
    {
        public volatile string[] Prompts = [];

        public PromptChoice PromptsFor(IReadOnlyList<string> prompts, string language, string? flowLanguage = null)
        {
            var there = Prompts;
            return new PromptChoice(
                [.. prompts.Where(there.Contains).Select(prompt => new PlayablePrompt(prompt, language))],
                [.. prompts.Except(there)]);
        }
    }

    private sealed class Pbx : IMusicClasses
    {
        private readonly List<string> _made = [];
        private volatile bool _isAway;
        private int _refused;

        public bool IsAway
        {
            set => _isAway = value;
        }

        public int Refused => Volatile.Read(ref _refused);

        public IReadOnlyList<string> Made
        {
            get
            {
                lock (_made)
                {
                    return [.. _made];
                }
            }
        }

        public Task MakeAsync(IReadOnlyList<MusicClass> classes, CancellationToken cancellation)
        {
            if (_isAway)
            {
                Interlocked.Increment(ref _refused);
                throw new CtiException(CtiErrorCode.LinkDown, "away");
            }

            lock (_made)
            {
                _made.Add(string.Join("; ", classes.Select(music =>
                    $"{music.Name}: {string.Join(' ', music.Tracks.Select(track => track.Prompt))}")));
            }

            return Task.CompletedTask;
        }
    }
}
