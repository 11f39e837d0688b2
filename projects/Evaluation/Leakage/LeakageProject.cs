using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>The leakage checks by themselves: of one's own rows, and what each leak does where the truth is known.</summary>
internal sealed class LeakageProject : IProject<LeakageOptions>
{
    public string Name => "leakage-checks";

    public string Verb => "leakage";

    public string Title => "Leakage: does the model see what it is tested on?";

    public TableScale? Scale { get; } = new(MaxRows: 200_000, MeasuredRows: 50_000, Seconds: 10, Gigabytes: 0.3);

    public string Description =>
        "Looks in your rows and folds for copies, cut groups, the future and columns that are the target, with their formula; "
        + "and shows, in drawn worlds, what each leak does to a score. Columns of text are not read: leave them out with --leave-out, "
        + "or give the one that names groups to --group.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "the breast cancer data"),
        new("--data mine.csv --target outcome", "your own two-class CSV"),
        new("--data mine.csv --target outcome --group patient", "several rows of each patient"),
        new("--data mine.csv --target outcome --time day", "rows with an order in time"),
    ];

    public IReadOnlyList<ProjectOption> Options => LeakageOptions.All;

    public LeakageOptions Checked(ParsedOptions parsed) => LeakageOptions.Checked(parsed);

    public PreparedRun Prepare(LeakageOptions options, RunContext context)
    {
        Dataset rows = context.ReadData("breast_cancer", new ColumnRoles { Group = options.Group, Time = options.Time })
            .WithCopiesAsRows(); // what chance would cut is looked for here, not prevented
        BinaryTarget target = LeakageTarget.Of(rows, context.Common.Positive);
        (DataSplit split, IReadOnlyList<Fold> folds) = Turns(target, options.Folds, context.Common.Seed);
        FittedPreparation preparation = Preparation.Fit(split.Training);
        split = preparation.On(split);
        rows = split.Training.Whole;
        target = target.On(rows);
        ComputeThreads.Suit((long)rows.Rows * rows.Columns);
        return PreparedRun.Of(
            rows, target.PositiveLabel, preparation, torch.CPU, run => Work(options, target, split, folds, run));
    }

    private ProjectResult Work(LeakageOptions options, BinaryTarget target, DataSplit split, IReadOnlyList<Fold> folds, BegunRun run)
    {
        int seed = run.Common.Seed;
        LeakageFindings findings = run.Stage("Looking for leaks", 1, stage =>
            LeakageFindings.Fit(target, split, [folds], seed, options.Quick, stage.Advance, run.CancellationToken));
        return ResultOf(findings);
    }

    // By time where there is one, else by group, else by chance.
    private static (DataSplit Split, IReadOnlyList<Fold> Folds) Turns(BinaryTarget target, int folds, int seed) => target.Dataset switch
    {
        { Time: not null } => (TimeSplit.Of(target.Dataset).Parts, TimeFolds.Of(target.Dataset, folds)),
        { Group: not null } => (GroupedSplit.Stratified(target, seed), GroupedFolds.Stratified(target, folds, seed)),
        _ => (StratifiedSplit.Of(target, seed), Folds.Stratified(target, folds, seed)),
    };

    private ProjectResult ResultOf(LeakageFindings findings)
    {
        var measurements = new Measurements();
        LeakageMeasurements.Add(measurements, findings);
        var report = new Report(
            Title,
            MarkdownText.Of(
                $"{LeakageLines.Summary(findings)} They looked at the rows of *{findings.Checks.Target.Dataset.Name}*; "
                + $"{findings.Checks.Target.Why} What each leak does to a score is shown in worlds that were drawn for it, not on these "
                + $"rows."),
            LeakageSection.Of(findings, measurements));
        return new ProjectResult(report, measurements, Cv(measurements))
        {
            Headline = ["leakage.checks.found", "leakage.checks.hints"],
            Spoken = [.. LeakageLines.Of(findings), ""],
            Documents = [new ResultDocument(
                "statistics.json", new Dictionary<string, object?> { ["leakage"] = LeakageStatistics.Of(findings) })],
        };
    }

    private static CvLines Cv(Measurements measurements)
    {
        var cv = new CvLines();
        cv.Add(
            $"Built checks for data leakage in C# (copies, cut groups, the future, formulas that give the target away) and showed "
            + $"what each leak costs in simulated worlds: columns chosen before cross-validation make a ROC AUC of "
            + $"{measurements["leakage.selection.honest"]} look like {measurements["leakage.selection.inflated"]}.");
        return cv;
    }
}
