using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Scope;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>
/// The numbers of one sentence are of one run, unless it plainly speaks of several: of two data sets, or of one measure twice. What the
/// run that has most of them says otherwise is another run's.
/// </summary>
internal static class OneRun
{
    /// <summary>The numbers, each held against the run that has most of them.</summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="judged">What all runs together say.</param>
    /// <param name="runs">Those that it may speak of.</param>
    /// <param name="alone">What one run says by itself.</param>
    public static IReadOnlyList<JudgedNumber> Held(
        CvPassage passage, IReadOnlyList<JudgedNumber> judged, IReadOnlyList<FinishedRun> runs,
        Func<FinishedRun, IReadOnlyList<JudgedNumber>> alone)
    {
        JudgedNumber[] supported = [.. judged.Where(one => one is { Verdict: CvVerdict.Supported, At: >= 0, Run.Length: > 0 })];
        FinishedRun[] among = [.. runs.Where(run => supported.Any(one => one.Run == KnownNumber.FolderOf(run)))];
        if (among.Length < 2 || IsOfSeveral(passage, supported, among)) return judged;
        (FinishedRun Run, IReadOnlyList<JudgedNumber> Judged, int Says)[] each =
        [
            .. among.Select(run => (run, alone(run))).Select(one => (one.run, one.Item2,
                one.Item2.Count(number => number is { Verdict: CvVerdict.Supported, At: >= 0 }))),
        ];
        (FinishedRun best, IReadOnlyList<JudgedNumber> own, _) = each.OrderByDescending(one => one.Says)
            .ThenBy(one => one.Judged.Count(number => IsRejected(number.Verdict))).First();
        string folder = KnownNumber.FolderOf(best);
        return
        [
            .. judged.Select(one =>
            {
                JudgedNumber? same = own.FirstOrDefault(number => number.At == one.At && number.Text == one.Text);
                return one is not { Verdict: CvVerdict.Supported, At: >= 0 } || one.Run == folder || same is null ? one
                    : same.Verdict == CvVerdict.Supported ? same
                    : IsRejected(same.Verdict) && same.Nearest is not null ? same with
                    {
                        Verdict = CvVerdict.NoRunSays,
                        Why = $"the other numbers are of this run, and this one is of {Quoted.Path(one.Run)}",
                    }
                    : one;
            }),
        ];
    }

    private static bool IsRejected(CvVerdict verdict) => verdict is not (CvVerdict.Supported or CvVerdict.NotJudged);

    // Two tables, or one measure with the numbers of two runs.
    private static bool IsOfSeveral(CvPassage passage, JudgedNumber[] supported, FinishedRun[] among) =>
        among.Where(run => ProjectWords.IsNamed(passage.Text, run)).Select(run => run.Data!.Name).Distinct().Count() > 1
        || supported.Where(one => one.Nearest is not null).GroupBy(one => one.Nearest!.Id).Any(one => one.Select(number => number.Run)
            .Distinct().Count() > 1);
}
