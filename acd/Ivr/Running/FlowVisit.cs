using System.Globalization;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Running;

/// <summary>
/// One step in the making: the state as it changes, and what is to be noted and done. Lives for one call of
/// <see cref="FlowRun.Step"/> and is seen by nobody else.
/// </summary>
internal sealed partial class FlowVisit
{
    private readonly List<FlowNote> _notes = [];
    private readonly List<FlowEffect> _effects = [];
    private readonly Func<string, string> _value;
    private string? _timerBefore;
    private string? _turnedAwayBy;
    private (string Request, TimeSpan After)? _timerStarted;
    private FlowState _state;

    public FlowVisit(FlowState state, FlowContext context)
    {
        (_state, Context) = (state, context);
        _timerBefore = state.Progress.Timer;
        _written = state;
        Node = Program?.Find(state.Node);
        _value = Value;
    }

    public FlowContext Context { get; }

    public FlowState State => _state;

    public FlowProgram? Program => Context.Library.Program(_state.Flow);

    /// <summary>The node the caller is at; null at the fall-back and before the start.</summary>
    public ProgramNode? Node { get; private set; }

    public FlowProgress Progress => _state.Progress;

    public string Stage
    {
        get => Progress.Stage;
        set => Change(Progress with { Stage = value });
    }

    public bool HasKeys => _state.Keys.Length > 0;

    public bool HasExit(string name) => Node?.HasExit(name) == true;

    /// <summary>Out by this exit where it leads somewhere, otherwise by that.</summary>
    public FlowMove ExitOr(string name, string otherwise) => FlowMove.Exit(HasExit(name) ? name : otherwise);

    public void Do(FlowEffect effect) => _effects.Add(effect);

    public void Note(FlowNote note) => _notes.Add(note);

    public void Fault(string code, string detail = "") =>
        Note(new FlowNote.Faulted(_state.Flow, _state.Node, code, detail));

    public void Change(FlowProgress progress) => _state = _state with { Progress = progress };

    public void Change(Func<FlowState, FlowState> change) => _state = change(_state);

    // --- prompts ---------------------------------------------------------------------------------------------------

    public IReadOnlyList<string> Names(IReadOnlyList<FlowTemplate> prompts)
    {
        var names = new List<string>(prompts.Count);
        foreach (var prompt in prompts)
        {
            var name = prompt.Expand(_value);
            if (name.Length > 0)
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>Plays, with a limit. False when there is nothing to play.</summary>
    public bool Play(IReadOnlyList<string> prompts)
    {
        if (prompts.Count == 0)
        {
            return false;
        }

        StopPlay();
        var request = NewRequest();
        Change(Progress with { Playing = request });
        Do(new FlowEffect.PlayPrompts(request, prompts, _state.Language, Program?.Graph.Language ?? _state.Language));
        StartTimer(FlowLimits.PlayMax);
        return true;
    }

    public void StopPlay()
    {
        if (Progress.Playing is { } playing)
        {
            Do(new FlowEffect.StopPlay(playing));
            Change(Progress with { Playing = null });
        }
    }

    // --- waiting ---------------------------------------------------------------------------------------------------

    public string NewRequest()
    {
        var number = Progress.Requests + 1;
        Change(Progress with { Requests = number });
        return string.Create(CultureInfo.InvariantCulture, $"{Context.Run}-{_state.Visit}-{number}");
    }

    /// <summary>A request whose answer is waited for, no longer than this; null: as long as it takes.</summary>
    public string Await(TimeSpan? within)
    {
        var request = NewRequest();
        Change(Progress with { Awaited = request });
        if (within is { } span)
        {
            StartTimer(span);
        }
        else
        {
            StopTimer();
        }

        return request;
    }

    public void StartTimer(TimeSpan after)
    {
        var request = NewRequest();
        Change(Progress with { Timer = request });
        _timerStarted = (request, after);
    }

    /// <summary>It has just elapsed: there is nothing to cancel.</summary>
    public void TimerIsOver()
    {
        Change(Progress with { Timer = null });
        _timerBefore = null;
    }

    public void StopTimer()
    {
        Change(Progress with { Timer = null });
        _timerStarted = null;
    }

    // --- keys ------------------------------------------------------------------------------------------------------

    public char TakeKey()
    {
        var key = _state.Keys[0];
        _state = _state with { Keys = _state.Keys[1..] };
        return key;
    }

    public void DropKeys()
    {
        if (HasKeys)
        {
            _state = _state with { Keys = "" };
        }
    }

    public void KeepKey(char key)
    {
        if (_state.Keys.Length < FlowLimits.KeysMax)
        {
            _state = _state with { Keys = _state.Keys + key };
        }
    }

    // --- the way ---------------------------------------------------------------------------------------------------

    /// <summary>Stands the caller at a node, and notes it.</summary>
    public void Stand(FlowProgram? program, string node, string? exit, bool isResumed = false)
    {
        StopPlay();
        StopTimer();
        Node = program?.Find(node);
        _state = _state with
        {
            Node = node,
            Visit = _state.Visit + 1,
            Since = isResumed ? _state.Since : Context.Now,
            Progress = FlowProgress.None,
        };
        Note(new FlowNote.NodeEntered(_state.Flow, node, _state.Visit, _state.Since)
        {
            Exit = exit,
            Language = _written.Language == _state.Language ? null : _state.Language,
            Queue = _written.Queue == _state.Queue ? null : _state.Queue,
            Returns = _written.Returns == _state.Returns ? null : [.. _state.Returns],
            Set = TakeChanged(),
        });
        _written = _state;
    }

    /// <summary>Stands the caller at the node that called a sub-flow: it has its exit still to take.</summary>
    public void StandBack() => Node = Program?.Find(_state.Node);

    /// <summary>This queue has just turned him away.</summary>
    public void TurnAway(string queue) => _turnedAwayBy = queue;

    public bool TurnedAwayBy(string queue) => _turnedAwayBy == queue;

    public void End(FlowEnding ending)
    {
        StopTimer();
        Change(FlowProgress.None);
        _state = _state with { Ending = ending };
        NoteChanged();
        Note(new FlowNote.Ended(ending));
    }

    public FlowStep Finish()
    {
        NoteChanged();
        if (_timerStarted is { } timer)
        {
            Do(new FlowEffect.StartTimer(timer.Request, timer.After));
        }
        else if (_timerBefore is { } before && Progress.Timer is null)
        {
            Do(new FlowEffect.CancelTimer(before));
        }

        return new FlowStep(_state, _notes, _effects);
    }
}
