using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary><c>cv check</c>: every number of a CV, and whether a run supports it.</summary>
internal static class CvCheck
{
    /// <summary>So many missing files are named.</summary>
    private const int MostNamed = 4;

    /// <summary>So many measurements are named that do not decide a number.</summary>
    private const int MostLookedAt = 3;

    private static readonly (CvVerdict Verdict, string Words)[] Verdicts =
    [
        (CvVerdict.Supported, "supported"),
        (CvVerdict.RoundedTooKindly, "rounded too kindly"),
        (CvVerdict.StrongerThanInterval, "stronger than its interval"),
        (CvVerdict.FromTrainingRows, "from training or validation rows, which is not said"),
        (CvVerdict.RunIsGone, "from a run that is gone"),
        (CvVerdict.RunWasChanged, "from a run that was changed"),
        (CvVerdict.NoRunSays, "no run says this"),
        (CvVerdict.NotJudged, "not judged"),
    ];

    /// <summary>Whether nothing is rejected: what cannot be judged is told, and is no fault.</summary>
    public static bool Answer(ToolContext context, string file, IReadOnlyList<string> named, string home)
    {
        IReadOnlyList<CvPassage> passages = CvText.Read(file);
        LastRuns all = LastRuns.AllPublished(named, home);
        CvJudge judge = new(all.Runs);
        (CvPassage Passage, IReadOnlyList<JudgedNumber> Judged, IReadOnlyList<PassedNumber> Passed)[] answers =
            [.. passages.Select(passage => (passage, judge.Of(passage))).Select(one => (one.passage, one.Item2.Judged, one.Item2.Passed))];
        JudgedClaim[] claims = [.. answers.GroupBy(one => one.Passage.Claim)
            .Select(one => new JudgedClaim([.. one.Select(part => part.Passage)], [.. one.SelectMany(part => part.Judged)]))
            .Where(one => one.Parts.Count > 0)];
        PassedNumber[] passed = [.. answers.SelectMany(one => one.Passed)];
        if (claims.Length == 0)
        {
            string example = passed.Length == 0 ? "" : $" ({Counted.Of(passed.Length, "number")} passed over, such as "
                + $"{Quoted.Value(passed[0].Text)}, {passed[0].Kind})";
            throw new UserMistakeException(
                $"{Quoted.Path(file)} has no number that a run could support{example}: name a metric and its value.");
        }

        context.Say(ReadRuns.Told(all));
        foreach (FinishedRun run in all.Runs)
            SayGone(context, run);
        foreach (JudgedClaim one in claims)
            Say(context, one);
        if (passed.Length > 0)
        {
            context.Say($"Passed over: {string.Join(", ", passed.GroupBy(one => one.Kind)
                .Select(kind => $"{kind.Key} ({string.Join(", ", kind.Select(one => Quoted.Value(one.Text)).Distinct().Take(4))}"
                    + $"{(kind.Select(one => one.Text).Distinct().Count() > 4 ? ", …" : "")})"))}.");
        }

        int supported = claims.Count(one => one.Verdict == CvVerdict.Supported),
            open = claims.Count(one => one.Verdict == CvVerdict.NotJudged),
            rejected = claims.Length - supported - open;
        context.Head($"{supported} of {Counted.Of(claims.Length, "claim")} supported by the runs"
            + $"{(rejected > 0 ? $", {rejected} rejected" : "")}{(open > 0 ? $", {open} not judged" : "")}."
            + (open > 0 ? $" NOT JUDGED: {Counted.Of(open, "claim")}, which no run here backs or contradicts; you have to back "
                + $"{(open == 1 ? "it" : "them")} yourself." : ""));
        return rejected == 0;
    }

    // What was never published is no change: the numbers stand in results.json, and its seal is whole.
    private static void SayGone(ToolContext context, FinishedRun run)
    {
        string[] gone = [.. (run.Changed ?? []).Where(file => file.How == FileChange.Gone).Select(file => file.Name)];
        if (gone.Length == 0 || KnownNumber.Altered(run) is not null) return;
        context.Say($"Run {Quoted.Path(KnownNumber.FolderOf(run))}: {Counted.Of(gone.Length, "file")} that it wrote "
            + $"{(gone.Length == 1 ? "is" : "are")} not there ({string.Join(", ", gone.Take(MostNamed).Select(Quoted.Path))}"
            + $"{(gone.Length > MostNamed ? ", …" : "")}); what is there is as the run left it, and is what is judged by.");
    }

    private static void Say(ToolContext context, JudgedClaim claim)
    {
        context.Say($"line {claim.Line}: {Overall(claim)}: {Quoted.Path(claim.Text)}");
        foreach (JudgedNumber one in claim.Parts)
        {
            context.Say($"    {Quoted.Value(one.Text)}: {Words(one.Verdict)}{(one.Why.Length > 0 ? $", {one.Why}" : "")}{Evidence(one)}");
        }
    }

    private static string Overall(JudgedClaim claim) => claim.Verdict switch
    {
        CvVerdict.Supported => claim.Parts.Any(one => one.Why == MetricVerdict.WithCaveat)
            ? $"supported, {MetricVerdict.WithCaveat}"
            : "supported",
        CvVerdict.NotJudged => claim.Parts.Any(one => one.Verdict == CvVerdict.Supported) ? "not judged as a whole" : "not judged",
        var other => $"rejected, {Words(other)}",
    };

    private static string Words(CvVerdict verdict) => Verdicts.Single(known => known.Verdict == verdict).Words;

    private static string Evidence(JudgedNumber one)
    {
        string run = one.Run.Length > 0 ? $"; run {Quoted.Path(one.Run)}" : "";
        if (one.Nearest is { } nearest)
            return $"{(one.Verdict == CvVerdict.Supported ? ": " : "; measured: ")}{nearest.Id}: {nearest}{run}";
        IEnumerable<string> lookedAt = one.LookedAt.Take(MostLookedAt).Select(other => $"{other.Number.Id} {other.Number.ValueText}");
        return one.LookedAt.Count == 0 ? run : $"; looked at {string.Join(", ", lookedAt)}";
    }
}
