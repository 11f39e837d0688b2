using MlMaths.Torch.Cli;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary><c>cv check</c>: every number of a CV, and whether a run supports it.</summary>
internal static class CvCheck
{
    /// <summary>So many missing files are named.</summary>
    private const int MostNamed = 4;

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
        IReadOnlyList<FinishedRun> runs = LastRuns.OfPublished(named, home).Runs;
        CvJudge judge = new(runs);
        (IReadOnlyList<JudgedNumber> Judged, IReadOnlyList<PassedNumber> Passed)[] answers = [.. passages.Select(judge.Of)];
        JudgedNumber[] judged = [.. answers.SelectMany(one => one.Judged)];
        PassedNumber[] passed = [.. answers.SelectMany(one => one.Passed)];
        if (judged.Length == 0)
        {
            string example = passed.Length == 0 ? "" : $" ({Counted.Of(passed.Length, "number")} passed over, such as "
                + $"{Quoted.Value(passed[0].Text)}, {passed[0].Kind})";
            throw new UserMistakeException(
                $"{Quoted.Path(file)} has no number that a run could support{example}: name a metric and its value.");
        }

        foreach (FinishedRun run in runs)
            SayGone(context, run);
        foreach (JudgedNumber one in judged)
            Say(context, one);
        if (passed.Length > 0)
        {
            context.Say($"Passed over: {string.Join(", ", passed.GroupBy(one => one.Kind)
                .Select(kind => $"{kind.Key} ({string.Join(", ", kind.Select(one => Quoted.Value(one.Text)).Distinct().Take(4))}"
                    + $"{(kind.Select(one => one.Text).Distinct().Count() > 4 ? ", …" : "")})"))}.");
        }

        int supported = judged.Count(one => one.Verdict == CvVerdict.Supported),
            open = judged.Count(one => one.Verdict == CvVerdict.NotJudged);
        context.Head($"{supported} of {Counted.Of(judged.Length, "claim")} supported by the runs"
            + $"{(open > 0 ? $", {open} not judged" : "")}.");
        return supported + open == judged.Length;
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

    private static void Say(ToolContext context, JudgedNumber one)
    {
        string verdict = Verdicts.Single(known => known.Verdict == one.Verdict).Words;
        context.Say($"line {one.Passage.Line}: {Quoted.Value(one.Text)}: {verdict}{(one.Why.Length > 0 ? $", {one.Why}" : "")}");
        if (one.Verdict != CvVerdict.Supported)
            context.Say($"    {Quoted.Path(one.Passage.Text)}");
        string near = one.Verdict == CvVerdict.NoRunSays ? "nearest of that name: " : "";
        if (one.Nearest is { } nearest)
            context.Say($"    {near}{nearest.Id}: {nearest}; run {Quoted.Path(one.Run)}");
        else if (one.Run.Length > 0)
            context.Say($"    run {Quoted.Path(one.Run)}");
    }
}
