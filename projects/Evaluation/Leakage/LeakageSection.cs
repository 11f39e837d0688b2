using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>What leaks in one's own rows, and what each leak does to a score.</summary>
internal static class LeakageSection
{
    /// <summary>Two sections: the checks, and the demonstrations.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="measurements">With those of <see cref="LeakageMeasurements"/>.</param>
    public static IReadOnlyList<Section> Of(LeakageFindings findings, Measurements measurements) =>
        [Checks(findings), Demonstrations(findings, measurements)];

    private static Section Checks(LeakageFindings findings)
    {
        LeakageChecks checks = findings.Checks;
        (LeakageFinding Finding, CheckWords Words)[] all =
            [.. checks.Findings.Select(finding => (finding, CheckWords.Of(checks, finding)))];
        List<Block> blocks =
        [
            new Paragraph(
                $"Whoever has seen a row, or its twin, or what will become of it, is not predicting but recalling. "
                + $"Before a model is asked, {all.Length} checks look at the {checks.Target.Dataset.Rows:#,0} rows and "
                + $"at who is seen and who is judged in {Counted.Of(checks.Turns.Count, "turn", "turns")}: "
                + $"the parts of the split, and the folds."),
            new Table(
                MarkdownText.Of($"*Found*: there is a leak. *Hint*: chance or a harmless reason may explain it. "
                    + $"{CheckWords.Counting(checks)}"),
                ["Check", "Result", "What that means"],
                [.. all.Select(one => (IReadOnlyList<MarkdownText>)
                [
                    one.Words.Name, Emphasised(one.Finding.Status, one.Words.Result),
                    one.Finding.Status is LeakageStatus.Found or LeakageStatus.Hint
                        ? "see below"
                        : MarkdownText.Of($"{one.Words.Sentence} {one.Words.Advice}"),
                ])]),
        ];
        foreach ((LeakageFinding finding, CheckWords words) in all.Where(
            one => one.Finding.Status is LeakageStatus.Found or LeakageStatus.Hint))
        {
            blocks.Add(finding.Status == LeakageStatus.Found ? Callout.Caution(Said(words)) : Callout.Note(Said(words)));
        }
        if (findings.ByChance is { } chance) blocks.Add(new Paragraph(ByChance(chance, checks.Target.Dataset.Rows)));
        blocks.AddRange(LeakRateBlocks.Of());
        if (findings.Flattery.Count > 0) blocks.AddRange(FlatteryBlocks.Of(findings.Flattery));
        return new Section("Is something leaking in these rows?", blocks, Conclusion(findings));
    }

    private static MarkdownText Emphasised(LeakageStatus status, string result) =>
        status is LeakageStatus.Found ? MarkdownText.Of($"**{result}**") : MarkdownText.Of($"{result}");

    private static MarkdownText Said(CheckWords words) => MarkdownText.Of($"**{words.Name}** — {words.Sentence} {words.Advice}");

    private static MarkdownText ByChance(ChanceFolds chance, int rows) => MarkdownText.Join(" ", new[]
    {
        MarkdownText.Of($"Five random folds would do this to the {rows:#,0} rows:"),
        chance.CutRows is int cut
            ? MarkdownText.Of(
                $"{Counted.Of(cut, "row", "rows")} would be tested after another row of the same group was trained on.")
            : MarkdownText.Empty,
        chance.FutureRows is int future
            ? MarkdownText.Of(
                $"{Counted.Of(future, "row", "rows")} would be trained on though no older than rows that are tested.")
            : MarkdownText.Empty,
    }.Where(text => text.ToString().Length > 0));

    private static MarkdownText Conclusion(LeakageFindings findings)
    {
        int unmade = findings.Checks.Findings.Count(finding => finding.Status == LeakageStatus.NotChecked);
        MarkdownText rest = unmade == 0
            ? MarkdownText.Empty
            : MarkdownText.Of($" {Counted.Of(unmade, "check", "checks")} could not be made.");
        return findings switch
        {
            { Found: > 0 } => MarkdownText.Of(
                $"{Counted.Of(findings.Found, "check", "checks")} found something: "
                + $"fix it before you believe a score on these rows.{rest}"),
            { Hints: > 0 } => MarkdownText.Of(
                $"No check found a leak; "
                + $"{Counted.Of(findings.Hints, "check has", "checks have")} something worth checking.{rest}"),
            _ => MarkdownText.Of(
                $"No check found anything. That rules out what was checked, but not what only you can know: "
                + $"how the rows were collected.{rest}"),
        };
    }

    private static Section Demonstrations(LeakageFindings findings, Measurements measurements)
    {
        IReadOnlyList<LeakDemonstration> all = findings.Demonstrations;
        PairedIntervals[] rows = [.. all.Select(one => new PairedIntervals(one.Leak.Name, one.Inflated, one.Honest, one.Truth.Value))];
        List<Block> blocks =
        [
            new Paragraph(
                $"In simulated data the truth is known: a model's score on fresh rows that the evaluation "
                + $"never sees. Each mistake is made and then fixed on the same rows, with the same model, "
                + $"in {all[0].Worlds} simulated worlds; its effect is the difference, paired by world."),
            new FigureBlock(
                PairedIntervalsFigure.Draw("leaks", "ROC AUC", "with the leak", "without", rows),
                $"Diamonds show what an evaluation with the leak claims, discs what one without it says, "
                + $"ticks the truth; lines are 95 % intervals of the mean over worlds. "
                + $"Where the disc lies at the tick, the honest evaluation is right.").Told(),
            new Table(
                $"Means over {all[0].Worlds} worlds, with 95 % intervals of the difference.",
                ["Leak", "With", "Without", "Difference", "Truth"],
                [.. all.Select(one => (IReadOnlyList<MarkdownText>)
                    [
                        one.Leak.Name, $"{one.Inflated.Value:0.000}", $"{one.Honest.Value:0.000}",
                        Signed(measurements[$"leakage.{one.Leak.Id}.difference"]), $"{one.Truth.Value:0.000}",
                    ])]),
        ];
        foreach (LeakDemonstration one in all)
        {
            blocks.Add(new Paragraph($"**{one.Leak.Name}.** {one.Leak.World} {Verdict(one, measurements)} {Found(one)}"));
            blocks.Add(new CodeBlock($"// leaks\n{one.Leak.Mistake}\n// does not\n{one.Leak.Fix}", "csharp"));
        }

        return new Section("What does each leak do to a score?", blocks, Conclusion(all, measurements));
    }

    private static MarkdownText Signed(Measurement difference)
    {
        if (difference is not { Value: double value, Low: double low, High: double high })
            return MarkdownText.Of($"{difference.ValueText}");
        return high - low < 0.01
            ? MarkdownText.Of($"{value:0.0000} ({low:0.0000} to {high:0.0000})")
            : MarkdownText.Of($"{value:0.000} ({low:0.000} to {high:0.000})");
    }

    private static MarkdownText Verdict(LeakDemonstration one, Measurements measurements)
    {
        Measurement difference = measurements[$"leakage.{one.Leak.Id}.difference"];
        return difference switch
        {
            { Low: > 0 } => MarkdownText.Of($"The leak adds {difference}. {one.Leak.Why}"),
            { High: < 0 } => MarkdownText.Of($"Here the leak changes the score by {difference}, downwards: a leak is wrong even "
                + $"where it does not help."),
            { Low: null } => MarkdownText.Of($"The leak adds {difference}."),
            _ => MarkdownText.Of($"The leak adds {difference}: in these worlds it is "
                + $"{NotEnough.ToSay(difference, "whether it adds anything", "leak")}. "
                + $"{one.Leak.Why}"),
        };
    }

    private static MarkdownText Found(LeakDemonstration one) => one is { Leak.Check: { } check, Found: int found }
        ? MarkdownText.Of(
            $"With folds dealt by "
            + $"chance{(check is LeakageKind.Groups or LeakageKind.Future ? ", and the column named" : "")}, "
            + $"the check *{CheckWords.NameOf(check)}* {(check == LeakageKind.Disguise ? "points at" : "finds")} it "
            + $"in {found} of {one.Worlds} worlds.")
        : MarkdownText.Of($"No check of the rows can show this leak: it is in the code.");

    private static MarkdownText Conclusion(IReadOnlyList<LeakDemonstration> all, Measurements measurements)
    {
        LeakDemonstration[] sure = [.. all.Where(one => one.Difference.Low > 0)];
        LeakDemonstration worst = all.MaxBy(one => one.Difference.Value ?? 0)!;
        int strayed = all.Count(one => one.Bias.HasEnds && !one.Bias.Contains(0));
        MarkdownText honest = strayed == 0
            ? MarkdownText.Of($"Without the leak, no score differs from the truth by more than chance explains.")
            : MarkdownText.Of(
                $"Without the leak, {strayed} of {all.Count} scores {(strayed == 1 ? "lies" : "lie")} further from the "
                + $"truth than a 95 % interval reaches, as one in twenty does by chance.");
        return sure.Length == 0
            ? MarkdownText.Of($"With so few worlds no leak can be told from zero. {honest}")
            : MarkdownText.Of(
                $"{sure.Length} of {all.Count} leaks raise the score by more than chance; "
                + $"the worst, *{worst.Leak.Name}*, makes {measurements[$"leakage.{worst.Leak.Id}.honest"].ValueText} "
                + $"look like {measurements[$"leakage.{worst.Leak.Id}.inflated"].ValueText}. {honest}");
    }
}
