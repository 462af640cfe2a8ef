using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using Microsoft.Extensions.Logging;

namespace CrmUms.Acd.Queues;

/// <summary>
/// Keeps the music of the PBX in step with the rules, and with the prompts that there are: these come and go without a
/// word, so it looks now and then. What the PBX has not taken is tried again.
/// </summary>
internal sealed class MusicActor : ReceiveActor, IWithTimers
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly IActorRef _ruler;
    private readonly IPromptLibrary _prompts;
    private readonly IMusicClasses _music;
    private readonly ILogger _log;
    private CentreRules? _rules; // Null until they are told.
    private IReadOnlyList<MusicClass>? _made; // Null: we do not know what the PBX has.
    private bool _isMaking;
    private bool _isFailing; // Said once: the PBX may be away for long.

    public MusicActor(IActorRef ruler, IPromptLibrary prompts, IMusicClasses music, ILogger log)
    {
        (_ruler, _prompts, _music, _log) = (ruler, prompts, music, log);
        Receive<CentreRulesChanged>(changed =>
        {
            _rules = changed.Rules;
            Look();
        });
        Receive<LookAgain>(_ => Look());
        Receive<Made>(made =>
        {
            (_isMaking, _isFailing, _made) = (false, false, made.Classes);
            Look(); // The rules may have changed meanwhile.
        });
        Receive<NotMade>(OnNotMade);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer("look", LookAgain.Instance, LookEvery);
        _ruler.Tell(new SubscribeToRules(RulesReader.Music), Self);
    }

    private void Look()
    {
        if (_isMaking || _rules is null)
        {
            return;
        }

        var wanted = MusicRule.PlayableIn(_rules, _prompts);
        if (_made is null || !_made.SequenceEqual(wanted))
        {
            _isMaking = true;
            MakeAsync(wanted).PipeTo(Self, success: () => new Made(wanted), failure: error => new NotMade(error));
        }
    }

    private void OnNotMade(NotMade notMade)
    {
        if (!_isFailing)
        {
            _log.MusicNotMade(notMade.Cause);
        }

        (_isMaking, _isFailing, _made) = (false, true, null);
    }

    private async Task MakeAsync(IReadOnlyList<MusicClass> wanted) =>
        await _music.MakeAsync(wanted, CancellationToken.None);

    private sealed record LookAgain
    {
        public static LookAgain Instance { get; } = new();
    }

    private sealed record Made(IReadOnlyList<MusicClass> Classes);

    private sealed record NotMade(Exception Cause);
}
