using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Scope;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Settings;

/// <summary>How long a run took, and on how many threads: both stand in its record.</summary>
internal static partial class DurationClaims
{
    private const string Threads = "threads";

    /// <summary>About 48 seconds is what rounds to it, or lies so near.</summary>
    private const double Near = 0.05;

    /// <summary>What the records say of such a number; null of any other one.</summary>
    public static JudgedNumber? In(CvPassage passage, WrittenNumber claim, IReadOnlyList<FinishedRun> spoken)
    {
        FinishedRun[] allowed = [.. spoken.Where(run => ProjectWords.Allow(passage, run))];
        string behind = passage.Text[claim.End..];
        if (claim.IsPlainCount && OfThreads().IsMatch(behind))
        {
            string threads = claim.Value.ToString(CultureInfo.InvariantCulture);
            return allowed.FirstOrDefault(run => run.Environment.GetValueOrDefault(Threads) == threads) is { } same
                ? KnownNumber.Supported(passage, claim, same, $"its record says {claim.Value} threads") : null;
        }

        bool isSeconds = claim.Unit == "s" || (claim.Unit.Length == 0 && Seconds().IsMatch(behind)), isMinutes = claim.Unit ==
            WrittenUnit.Length && Minutes().IsMatch(claim.Text);
        if ((!isSeconds && !isMinutes) || claim.High is not null || !OfRun().IsMatch(passage.Text)) return null;
        double scale = isMinutes ? 60 : 1;
        if (allowed.FirstOrDefault(run => Is(claim, run.Seconds / scale)) is { } own)
        {
            return KnownNumber.Supported(passage, claim, own,
                $"its record says {own.Seconds.ToString("0.#", CultureInfo.InvariantCulture)} seconds");
        }

        return allowed is [var first, ..] && allowed.All(run => ProjectWords.IsNamed(passage.Text, run))
            ? new(passage, claim.Text, CvVerdict.NoRunSays, null, KnownNumber.FolderOf(first),
                $"its record says {first.Seconds.ToString("0.#", CultureInfo.InvariantCulture)} seconds")
            : null;
    }

    private static bool Is(WrittenNumber claim, double took) => claim.Bound switch
    {
        WrittenBound.Under or WrittenBound.AtMost => took <= claim.Value && took > claim.Value / 2,
        WrittenBound.Over or WrittenBound.AtLeast => took >= claim.Value && took < 2 * claim.Value,
        WrittenBound.None => Math.Abs(took - claim.Value) <= claim.Step / 2,
        _ => Math.Abs(took - claim.Value) <= Math.Max(claim.Step, Near * claim.Value),
    };

    [GeneratedRegex(@"^[\s-]*(?:seconds?|secs?|s)\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"minutes?\b")]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^[\s-]*(?:hardware |processor |CPU )?(?:threads?|cores?|processors?)\b")]
    private static partial Regex OfThreads();

    [GeneratedRegex(@"\b(?i:runs?|ran|takes?|took|finish(?:es|ed)?|complet(?:es|ed)|whole|entire|analysis"
        + @"|study|reproducible|reproduces?|done)\b")]
    private static partial Regex OfRun();
}
