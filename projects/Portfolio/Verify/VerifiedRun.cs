using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>A run, its repetition, and what the two say of each other.</summary>
/// <param name="Then">The run.</param>
/// <param name="Now">Its repetition.</param>
/// <param name="Differences">What is another now: processor, threads, versions; empty where nothing is.</param>
/// <param name="Claims">The numbers that were asked about.</param>
/// <param name="Files">Its files; null where another machine, version or data repeated it, so that bytes cannot be expected again.</param>
internal sealed record VerifiedRun(
    FinishedRun Then, FinishedRun Now, IReadOnlyList<string> Differences, IReadOnlyList<RepeatedClaim> Claims,
    IReadOnlyList<RepeatedFile>? Files)
{
    /// <summary>Compares all numbers, or the one of that id.</summary>
    public static VerifiedRun Of(FinishedRun then, FinishedRun now, string? asked)
    {
        string[] differences =
        [
            .. then.Environment.Where(part => now.Environment.GetValueOrDefault(part.Key) != part.Value)
                .Select(part => $"{part.Key} was {part.Value}, and is {now.Environment.GetValueOrDefault(part.Key)}"),
        ];
        return new(then, now, differences,
            [.. RepeatedClaim.Of(then.Measurements, now.Measurements, differences.Length > 0)
                .Where(claim => asked is null || claim.Id == asked)],
            differences.Length == 0 && HasSameData(then, now) ? RepeatedFile.Of(then, now) : null);
    }

    /// <summary>Whether both saw the same bytes of data.</summary>
    public bool SameData => HasSameData(Then, Now);

    /// <summary>Whether every file that the run wrote stands, and every number.</summary>
    public bool Stands => Then.Broken is null && SameData && Count(ClaimVerdict.Not) == 0
        && Files?.Any(file => file.Verdict == FileVerdict.Other) != true;

    public int Count(ClaimVerdict verdict) => Claims.Count(claim => claim.Verdict == verdict);

    /// <summary>Names of files with a verdict; none where files are not compared.</summary>
    public IReadOnlyList<string> Named(FileVerdict verdict) =>
        [.. (Files ?? []).Where(file => file.Verdict == verdict).Select(file => file.Name)];

    private static bool HasSameData(FinishedRun then, FinishedRun now) => then.Data?.Sha256 == now.Data?.Sha256;
}
