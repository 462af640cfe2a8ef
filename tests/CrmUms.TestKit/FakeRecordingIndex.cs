using CrmUms.Acd.Shared;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;

namespace CrmUms.TestKit;

/// <summary>An index in memory, and the interactions it may ask about. Can be away for a while.</summary>
public sealed class FakeRecordingIndex : IRecordingIndex
{
    private readonly Lock _gate = new();
    private readonly List<RecordingEntry> _entries = [];
    private readonly Dictionary<string, RawFileOwner> _owners = [];

    /// <summary>While true every request fails.</summary>
    public bool IsAway { get; set; }

    /// <summary>Requests to save a stored entry that fail before one succeeds.</summary>
    public int FailuresOfStoring { get; set; }

    public IReadOnlyList<RecordingEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>What the interactions have journalled.</summary>
    public void Arrived(InteractionId interaction, string rawFile, DateTimeOffset at)
    {
        lock (_gate)
        {
            _owners[rawFile] = new RawFileOwner(interaction, at, HasEnded: false);
        }
    }

    public void Ended(InteractionId interaction)
    {
        lock (_gate)
        {
            foreach (var (rawFile, owner) in _owners.Where(pair => pair.Value.Interaction == interaction).ToArray())
            {
                _owners[rawFile] = owner with { HasEnded = true };
            }
        }
    }

    public Task<RecordingEntry> AddAsync(NewRecording file, CancellationToken cancellation) => Ask(() =>
    {
        if (_entries.Find(entry => entry.RawFile == file.RawFile) is { } standing)
        {
            return standing;
        }

        var part = 1 + _entries.Count(entry => entry.Interaction == file.Interaction);
        var added = new RecordingEntry(
            file.Recording, file.Interaction, part, file.RawFile, file.StartedAt, RecordingState.Recording, 0, null);
        _entries.Add(added);
        return added;
    });

    public Task SaveAsync(RecordingEntry entry, CancellationToken cancellation) => Ask(() =>
    {
        if (entry.State is RecordingState.Stored && FailuresOfStoring > 0)
        {
            FailuresOfStoring--;
            throw new InvalidOperationException("The index is away for a moment.");
        }

        var at = _entries.FindIndex(known => known.Recording == entry.Recording);
        _entries[at] = entry;
        return entry;
    });

    public Task<RecordingEntry?> FindAsync(RecordingId recording, CancellationToken cancellation) =>
        Ask(() => _entries.Find(entry => entry.Recording == recording));

    public Task<IReadOnlyList<RecordingEntry>> ListUnfinishedAsync(CancellationToken cancellation) =>
        Ask<IReadOnlyList<RecordingEntry>>(() => [.. _entries
            .Where(entry => entry.State is not (RecordingState.Stored or RecordingState.Failed))
            .OrderBy(entry => entry.StartedAt)]);

    public Task<RawFileOwner?> FindOwnerAsync(string rawFile, CancellationToken cancellation) => Ask(() =>
    {
        var entry = _entries.Find(known => known.RawFile == rawFile);
        return entry is null
            ? _owners.GetValueOrDefault(rawFile)
            : _owners.Values.FirstOrDefault(owner => owner.Interaction == entry.Interaction);
    });

    private Task<T> Ask<T>(Func<T> answer)
    {
        lock (_gate)
        {
            try
            {
                return IsAway
                    ? throw new InvalidOperationException("The index is away.")
                    : Task.FromResult(answer());
            }
            catch (InvalidOperationException failure)
            {
                return Task.FromException<T>(failure);
            }
        }
    }
}
