using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit.Contracts;

/// <summary>A PBX with people around it: callers, agents with phones, and what each of them hears.</summary>
public abstract class PbxStage : IAsyncDisposable
{
    /// <summary>Longest wait for anything that must happen.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly List<object> _facts = [];
    private readonly List<(Func<object, bool> Wanted, TaskCompletionSource<object> Found)> _waiting = [];

    public abstract ICallControl Calls { get; }

    public abstract IAgentPhones Phones { get; }

    /// <summary>What the PBX's adapter logged, shown when something awaited does not come.</summary>
    public virtual string Log => "";

    /// <summary>A prompt that exists and lasts long enough to be stopped.</summary>
    public abstract string LongPrompt { get; }

    /// <summary>A prompt that exists and ends by itself within a second.</summary>
    public abstract string ShortPrompt { get; }

    /// <summary>A prompt that does not exist.</summary>
    public abstract string MissingPrompt { get; }

    /// <summary>What whoever is called from now on does.</summary>
    public abstract CalleeHabit Callee { get; set; }

    /// <summary>How many calls to the outside were begun.</summary>
    public abstract int DialledCount { get; }

    /// <summary>Somebody calls a number; his leg is known when <see cref="CallArrived"/> is told.</summary>
    public abstract Task CallInAsync(string dialled, string callerId);

    /// <summary>A caller, or somebody whom we called, hangs up.</summary>
    public abstract Task HangUpCallerAsync(LegId caller);

    public abstract Task PressKeyAsync(LegId caller, char digit);

    /// <summary>The agent's page registers its phone; it answers calls by itself.</summary>
    public abstract Task RegisterAsync(AgentId agent, PhoneCredentials credentials);

    /// <summary>The agent's page is gone.</summary>
    public abstract Task CloseAgentPageAsync(AgentId agent);

    /// <summary>The connection is lost and made again, as by a restart of the server.</summary>
    public abstract Task<PbxSnapshot> ReconnectAsync();

    public abstract Task ShouldHearEachOtherAsync(LegId caller, LegId agent);

    /// <summary>That the listener hears the other, whoever else he hears.</summary>
    public abstract Task ShouldHearAsync(LegId listener, LegId speaker);

    /// <summary>That the listener hears nothing of the other, though both are up.</summary>
    public abstract Task ShouldNotHearAsync(LegId listener, LegId speaker);

    public abstract Task ShouldHearMusicAsync(LegId caller, string musicClass);

    public abstract Task ShouldNotHearMusicAsync(LegId caller, string musicClass);

    public abstract Task ShouldHearPromptAsync(LegId leg);

    public abstract Task ShouldNotHearPromptAsync(LegId leg);

    /// <summary>Lets the running prompts come to their end, where they do not do so by themselves.</summary>
    public virtual Task EndPromptAsync(LegId leg) => Task.CompletedTask;

    /// <summary>The last call to the outside, as the other side saw it.</summary>
    public abstract DialledCall LastDialled(IEnumerable<string> headers);

    /// <summary>The first fact of this kind, told already or soon. Each fact is given out once.</summary>
    public async Task<T> FactAsync<T>(Func<T, bool>? isWanted = null)
    {
        bool IsMatch(object fact) => fact is T typed && (isWanted is null || isWanted(typed));
        TaskCompletionSource<object> found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_facts.Find(IsMatch) is { } told)
            {
                _facts.Remove(told);
                return (T)told;
            }

            _waiting.Add((IsMatch, found));
        }

        try
        {
            return (T)await found.Task.WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"No {typeof(T).Name} was told. Told and not asked for: {Untaken()}\n{Log}");
        }
    }

    /// <summary>Facts told and not asked for yet.</summary>
    public IReadOnlyList<object> UntakenFacts()
    {
        lock (_gate)
        {
            return [.. _facts];
        }
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Takes in a fact from the PBX under test.</summary>
    protected void Told(object fact)
    {
        lock (_gate)
        {
            var index = _waiting.FindIndex(one => one.Wanted(fact));
            if (index < 0)
            {
                _facts.Add(fact);
                return;
            }

            _waiting[index].Found.SetResult(fact);
            _waiting.RemoveAt(index);
        }
    }

    private string Untaken() => string.Join(", ", UntakenFacts());
}

/// <summary>A call to the outside, as the other side saw it.</summary>
public sealed record DialledCall(string Number, string CallerId, IReadOnlyDictionary<string, string> Headers);
