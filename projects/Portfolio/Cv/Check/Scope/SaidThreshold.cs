using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Scope;

/// <summary>A threshold that a sentence names binds the rates beside it to the runs that judged at it.</summary>
internal static partial class SaidThreshold
{
    /// <summary>Those that may be meant: of one table no rate of a run with another threshold than the one that is said.</summary>
    public static IReadOnlyList<KnownNumber> Narrowed(
        string sentence, IReadOnlyList<WrittenNumber> claims, IReadOnlyList<KnownNumber> known)
    {
        WrittenNumber[] said = [.. claims.Where(one => one is { Value: > 0 and < 1 } && IsThreshold(sentence, one))];
        if (said.Length == 0) return known;
        HashSet<FinishedRun> at = [.. known.Where(one => one.Number.Id.StartsWith("threshold.", StringComparison.Ordinal)
            && one.Number.Value is { } value && said.Any(claim => claim.Fits(one.Number) && claim.Reads(value, one.Number)))
            .Select(one => one.Run)];
        HashSet<string?> data = [.. at.Select(run => run.Data?.Name)];
        return [.. known.Where(one => !one.Number.How.Contains("threshold", StringComparison.Ordinal) || at.Contains(one.Run)
            || !data.Contains(one.Run.Data?.Name))];
    }

    private static bool IsThreshold(string sentence, WrittenNumber claim) =>
        Before().IsMatch(sentence[..claim.At]) || Behind().IsMatch(sentence[claim.End..]);

    [GeneratedRegex(@"\b(?i:threshold|cut-?off)s?(?:\s+(?:of|at|is|was|=))*\s*[(=:]?\s*(?:p\s*[≥>=]+\s*)?$")]
    private static partial Regex Before();

    [GeneratedRegex(@"^[\s-]+(?i:threshold|cut-?off)\b")]
    private static partial Regex Behind();
}
