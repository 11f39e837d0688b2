using System.Text.Json;
using System.Text.Json.Serialization;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Simulations;

/// <summary>Trials of a set side by side, each written to a file as soon as it is there: a run that is cut goes on where it was.</summary>
/// <param name="Seeds">Of the set.</param>
/// <param name="File">One outcome a line.</param>
public sealed record SealedRun(SealedSeeds Seeds, string File)
{
    private static readonly JsonSerializerOptions OneLine = new()
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Whether causes are confirmed by second trainings.</summary>
    public bool Confirms { get; init; } = true;

    /// <summary>Of trials with a fault, one of so many is confirmed: those of sound trainings are all.</summary>
    public int ConfirmsOneOf { get; init; } = 1;

    /// <summary>Whether the verdict is given without each part of the doctor, too.</summary>
    public bool Ablates { get; init; }

    /// <summary>Trials that were meant so alone; null for all of them.</summary>
    public TrialKind? Meant { get; init; }

    /// <summary>What the file has; lines that were cut off are left out.</summary>
    public IReadOnlyList<TrialOutcome> Outcomes => System.IO.File.Exists(File)
        ? [.. System.IO.File.ReadLines(File).Select(Read).OfType<TrialOutcome>().DistinctBy(one => one.Trial).OrderBy(one => one.Trial)]
        : [];

    /// <summary>Makes the trials that are not in the file yet.</summary>
    /// <param name="trials">0 … trials − 1.</param>
    /// <param name="sideBySide">How many at once.</param>
    /// <param name="budget">After so long no further one is begun.</param>
    /// <param name="told">Hears of each that has ended, and how many are to be made.</param>
    /// <param name="refused">Hears of each that cannot be trained, and why: it counts nowhere.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether all of them ran.</returns>
    public bool Run(
        int trials, int sideBySide, TimeSpan budget, Action<TrialOutcome, int> told, Action<int, string> refused,
        CancellationToken cancellation)
    {
        HashSet<int> done = [.. Outcomes.Select(one => one.Trial)];
        int[] missing =
        [
            .. Enumerable.Range(0, trials)
                .Where(trial => !done.Contains(trial) && (Meant is null || Meant == SealedKind.MeantBy(trial))),
        ];
        long start = TimeProvider.System.GetTimestamp();
        int ran = 0;
        Lock gate = new();
        if (System.IO.File.Exists(File) && System.IO.File.ReadAllText(File) is { Length: > 0 } text && text[^1] != '\n')
            System.IO.File.AppendAllText(File, "\n");
        try
        {
            ParallelTrials.Run(missing.Length, sideBySide, place =>
            {
                if (TimeProvider.System.GetElapsedTime(start) > budget) return;
                TrialOutcome outcome;
                try
                {
                    outcome = SealedTrial.Run(
                        Seeds, missing[place], new AskedOfTrial(IsConfirmed(missing[place]), Ablates), cancellation);
                }
                catch (UserMistakeException mistake)
                {
                    refused(missing[place], mistake.Message);
                    return;
                }

                lock (gate)
                {
                    System.IO.File.AppendAllText(File, JsonSerializer.Serialize(outcome, OneLine) + "\n");
                    ran++;
                    told(outcome, missing.Length);
                }
            }, cancellation);
        }
        catch (OperationCanceledException)
        {
            return false; // what has ended is in the file
        }

        return ran == missing.Length;
    }

    private bool IsConfirmed(int trial) =>
        Confirms && (SealedKind.MeantBy(trial) == TrialKind.Sound || SealedKind.CycleOf(trial) % ConfirmsOneOf == 0);

    private static TrialOutcome? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<TrialOutcome>(line, OneLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
