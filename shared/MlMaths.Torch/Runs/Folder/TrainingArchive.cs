using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Runs;

/// <summary>
/// The checkpoints of a run, as files <c>checkpoints/*.last</c> of its folder, and beside them the rows of trainings that are too long
/// for memory. They are gone when the run is completed, but for the checkpoints of trainings that were marked to stay.
/// </summary>
public sealed class TrainingArchive : ITrainingStore, IDisposable
{
    /// <summary>From one checkpoint of a training to the next: soon at first, and then ever more rarely.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.1), Longest = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Since, TimeSpan Wait)> _trainings = [];
    private readonly Dictionary<string, HistoryFile> _histories = [];
    private readonly RunFolder _folder;
    private readonly TimeProvider _clock;
    private readonly Action<string> _tell;

    internal TrainingArchive(RunFolder folder, TimeProvider clock, Action<string> tell) => (_folder, _clock, _tell) = (folder, clock, tell);

    /// <inheritdoc/>
    public byte[]? Last(string training)
    {
        lock (_gate)
        {
            if (!_trainings.TryAdd(training, (_clock.GetTimestamp(), Shortest)))
            {
                throw new InvalidOperationException(
                    $"Two trainings of this run are called {Quoted.Value(training)}: each checkpoint belongs to one.");
            }
        }

        if (_folder.Read(FileOf(training)) is not { } checkpoint)
            return null;
        bool isWhole = TrainingCheckpoint.IsWhole(checkpoint);
        _tell(isWhole
            ? $"Training {Quoted.Value(training)} continues from its checkpoint."
            : $"The checkpoint of {Quoted.Value(training)} is damaged; this training starts again.");
        return isWhole ? checkpoint : null;
    }

    /// <inheritdoc/>
    public bool IsDue(string training)
    {
        lock (_gate)
        {
            (long since, TimeSpan wait) = _trainings[training];
            return _clock.GetElapsedTime(since) >= wait;
        }
    }

    /// <inheritdoc/>
    public void Keep(string training, ReadOnlyMemory<byte> checkpoint)
    {
        // Not flushed to the disk: the hash at its end tells a whole one from what a power failure leaves.
        _folder.Write(FileOf(training), stream => stream.Write(checkpoint.Span), flushToDisk: false);
        lock (_gate)
        {
            TimeSpan wait = _trainings[training].Wait * 2;
            _trainings[training] = (_clock.GetTimestamp(), wait < Longest ? wait : Longest);
        }
    }

    /// <inheritdoc/>
    public IHistoryFile HistoryOf(string training)
    {
        string file = Path.ChangeExtension(FileOf(training), ".rows");
        HistoryFile history = new(() => _folder.OpenFile(file));
        lock (_gate)
        {
            if (!_histories.TryAdd(training, history))
            {
                throw new InvalidOperationException(
                    $"Two trainings of this run are called {Quoted.Value(training)}: each history belongs to one.");
            }
        }

        return history;
    }

    /// <summary>The rows of a training that was too long for memory; null where they are all in its history.</summary>
    internal HistoryFile? LongHistoryOf(string training)
    {
        lock (_gate)
            return _histories.TryGetValue(training, out HistoryFile? history) && history.IsUsed ? history : null;
    }

    /// <summary>Takes away what nobody can continue any more.</summary>
    internal void Close()
    {
        Dispose();
        _folder.Remove("checkpoints");
    }

    /// <summary>Lets go of its files.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (HistoryFile history in _histories.Values)
                history.Dispose();
        }
    }

    /// <summary>What is legible of the name, for a reader; and its hash, so that no two names share a file.</summary>
    internal static string FileOf(string training)
    {
        string legible = string.Concat(training.Take(40)
            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(training)))[..16];
        return string.Create(CultureInfo.InvariantCulture, $"checkpoints/{legible}-{hash}.last");
    }
}
