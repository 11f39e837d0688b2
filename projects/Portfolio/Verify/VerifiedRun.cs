using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>A run, its repetition, and what the two say of each other.</summary>
/// <param name="Then">The run.</param>
/// <param name="Now">Its repetition.</param>
/// <param name="Differences">What is another now: processor, threads, versions; empty where nothing is.</param>
/// <param name="Claims">The numbers that were asked about.</param>
/// <param name="Files">Its files; null where other data repeated it, so that nothing can be expected again.</param>
internal sealed record VerifiedRun(
    FinishedRun Then, FinishedRun Now, IReadOnlyList<string> Differences, IReadOnlyList<RepeatedClaim> Claims,
    IReadOnlyList<RepeatedFile>? Files)
{
    private const string Version = "git_commit", Card = "gpu";

    /// <summary>What its record says beside the numbers, and the repetition otherwise.</summary>
    public IReadOnlyList<string> Fields { get; private init; } = [];

    /// <summary>Numbers that the repetition measured, and that the run has not.</summary>
    public IReadOnlyList<string> Lacking { get; private init; } = [];

    /// <summary>What its own pages say, and its own numbers otherwise.</summary>
    public IReadOnlyList<string> Pages { get; private init; } = [];

    /// <summary>Compares all numbers, or the one of that id.</summary>
    public static VerifiedRun Of(FinishedRun then, FinishedRun now, string? asked)
    {
        string[] differences =
        [
            .. then.Environment.Where(part => now.Environment.GetValueOrDefault(part.Key) != part.Value)
                .Select(part => $"{part.Key} was {part.Value}, and is {now.Environment.GetValueOrDefault(part.Key)}"),
        ];
        bool mayDiffer = differences.Length > 0, isReworded = !IsSame(then, now, Version);
        IReadOnlyList<RepeatedClaim> all = RepeatedClaim.Of(then.Measurements, now.Measurements, mayDiffer, isReworded);
        bool isExact = all.All(claim => claim.Verdict is ClaimVerdict.Exact or ClaimVerdict.Timed);
        bool isSameData = HasSameData(then, now);
        return new(then, now, differences, [.. all.Where(claim => asked is null || claim.Id == asked)],
            isSameData ? RepeatedFile.Of(then, now, mayDiffer, isReworded, isExact) : null)
        {
            Fields = isSameData ? RecordedFields.Differing(then, now, IsSame(then, now, Card)) : [],
            Lacking = isReworded ? [] : [.. now.Measurements.Select(one => one.Id).Except(then.Measurements.Select(one => one.Id))],
            // Another version may round by other rules.
            Pages = isReworded ? [] : OwnPages.Contradictions(then),
        };
    }

    /// <summary>Whether both saw the same bytes of data.</summary>
    public bool SameData => HasSameData(Then, Now);

    /// <summary>Whether everything stands that can be held against something: files, numbers, pages and the record.</summary>
    public bool Stands => Then.Broken is null && SameData && Count(ClaimVerdict.Not) == 0 && Fields.Count == 0 && Lacking.Count == 0
        && Pages.Count == 0 && Files?.Any(file => file.Verdict is FileVerdict.Other or FileVerdict.Missing) != true;

    public int Count(ClaimVerdict verdict) => Claims.Count(claim => claim.Verdict == verdict);

    /// <summary>Names of files with a verdict; none where files are not compared.</summary>
    public IReadOnlyList<string> Named(FileVerdict verdict) =>
        [.. (Files ?? []).Where(file => file.Verdict == verdict).Select(file => file.Name)];

    private static bool IsSame(FinishedRun then, FinishedRun now, string part) =>
        then.Environment.GetValueOrDefault(part) == now.Environment.GetValueOrDefault(part);

    private static bool HasSameData(FinishedRun then, FinishedRun now) => then.Data?.Sha256 == now.Data?.Sha256;
}
