using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>Three times what costs alone would say: the ratio of two measured numbers of the same sentence.</summary>
internal static class Ratios
{
    /// <summary>The numbers, with each such ratio that no run measures held against two of them.</summary>
    public static IReadOnlyList<JudgedNumber> Judged(
        IReadOnlyList<WrittenNumber> claims, IReadOnlyList<JudgedNumber> judged) =>
        [.. judged.Select(one => one.Verdict == CvVerdict.NotJudged
            && claims.FirstOrDefault(claim => claim.At == one.At) is { Unit: WrittenUnit.Times, High: null } claim
            && Of(claim, judged) is { } pair
                ? one with
                {
                    Verdict = CvVerdict.Supported,
                    Nearest = null,
                    LookedAt = [],
                    Run = pair.First.Run,
                    Why = $"{pair.First.Nearest!.ValueText} over {pair.Second.Nearest!.ValueText}",
                }
                : one)];

    private static (JudgedNumber First, JudgedNumber Second)? Of(WrittenNumber claim, IReadOnlyList<JudgedNumber> judged)
    {
        JudgedNumber[] measured = [.. judged.Where(one => one is { Verdict: CvVerdict.Supported, At: >= 0, Nearest.Value: > 0 })];
        foreach (JudgedNumber first in measured)
        {
            foreach (JudgedNumber second in measured.Where(one => one.Run == first.Run && one.Nearest!.Unit == first.Nearest!.Unit))
            {
                Measurement ratio = first.Nearest! with
                {
                    Value = first.Nearest!.Value / second.Nearest!.Value,
                    Low = null,
                    High = null,
                    Unit = WrittenUnit.Times,
                };
                if (first != second && ratio.Value is { } times && claim.Reads(times, ratio)) return (first, second);
            }
        }

        return null;
    }
}
