using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>Project 1: logistic regression from scratch, from the rows to a threshold that can be defended.</summary>
internal sealed class LogisticProject : IProject<LogisticOptions>
{
    private const string EmbeddedData = "breast_cancer";
    private const double AuditPenalty = 0.01;

    public string Name => "logistic-regression";

    public string Verb => "logistic";

    public string Title => "Logistic regression from scratch";

    public TableScale? Scale { get; } = new(MaxRows: 2_000_000, MeasuredRows: 2_000_000, Seconds: 117, Gigabytes: 3.7);

    public string Description =>
        "Derives the loss, its gradient and its Hessian by hand, checks them against autograd and finite differences, trains by "
        + "gradient descent and by Newton, chooses a penalty and a threshold on validation rows, and tests once on "
        + "test rows.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "the breast cancer data, in a few seconds"),
        new("--quick", "the same path with fewer resamples"),
        new("--cost-miss 50 --cost-false-alarm 1", "how the threshold moves when a miss costs more"),
        new("--data mine.csv --target churned --positive yes", "your own two-class CSV"),
        new("--split none --penalty 0.01", "fit on all rows, at a penalty of your choice"),
    ];

    public IReadOnlyList<ProjectOption> Options => LogisticOptions.All;

    public LogisticOptions Checked(ParsedOptions parsed) => LogisticOptions.Checked(parsed);

    public PreparedRun Prepare(LogisticOptions options, RunContext context)
    {
        CommonOptions common = context.Common;
        Dataset rows = context.ReadData(EmbeddedData);
        BinaryTarget target = BinaryTarget.From(rows, common.Positive);
        DataSplit split = options.Split == SplitChoice.None ? DataSplit.None(rows) : StratifiedSplit.Of(target, common.Seed);
        FittedPreparation preparation = Preparation.Fit(split.Training);
        IReadOnlyList<AbsenceByClass> absences = AbsenceByClass.Of(target, split.Training);
        split = preparation.On(split);
        rows = split.Training.Whole;
        target = target.On(rows);
        torch.Device device = ComputeDevice.Parse(common.Device).Resolve();
        ComputeThreads.Suit((long)rows.Rows * rows.Columns);
        return PreparedRun.Of(
            rows, target.PositiveLabel, preparation, device, run => Work(options, target, split, preparation, device, run), absences,
            TargetLeaks.In(target)).MeasuringSteps(target, split);
    }

    private static ProjectResult Work(
        LogisticOptions options, BinaryTarget target, DataSplit split, FittedPreparation preparation, torch.Device device, BegunRun run)
    {
        (CommonOptions common, CancellationToken cancellation) = (run.Common, run.CancellationToken);
        using PreparedBatches<BinaryTarget> data = PreparedBatches.Of(target, split, StandardScaler.Fit, device);
        GradientAudit audit = GradientAudit.Of(data.Training, AuditPenalty, common.Seed);
        PenaltyPath? path = run.Stage("Trying penalties", () => PenaltyPath.Fit(data, options.PenaltiesPerDecade, cancellation));
        double λ = options.Penalty ?? path!.Best.Penalty;
        LearningRateComparison rates = run.Stage(
            "Training at three learning rates", () => LearningRateComparison.Train(data.Training, λ, options.Steps, cancellation));
        using FinalModel final = run.Stage("Training the final model",
            () => FinalModel.Train(data, λ, options, run.Archive, common.Seed, cancellation));
        double[] scores = final.Model.Probabilities(data.AllRows);
        ThresholdChoice choice = run.Stage(
            "Choosing a threshold", () => ThresholdChoice.For(data, scores, options.Costs(data.Rows.IsEmbedded), common.Seed));
        HeldOutFindings? test = run.Stage(
            "Scoring the test rows", () => HeldOutFindings.Of(data, scores, choice.Rule, common.Seed));
        int refits = options.Refits(data.Training.Rows, data.Rows.Columns);
        WeightFindings weights = run.Stage("Refitting on resampled rows", refits, stage => WeightFindings.Fit(
            final, data, refits, common.Seed, () => stage.Advance(), cancellation));
        Boundaries moons = run.Stage("Drawing boundaries", () => Boundaries.Fit(common.Seed));

        var findings = new LogisticFindings(data, audit, path, rates, final, choice, test, weights, moons)
        {
            IsPenaltyChosen = options.Penalty is null,
            Preparation = preparation,
            Leaks = target.Dataset.Raw is null ? TargetLeaks.In(target) : [],
        };
        return LogisticReport.Of(findings, scores);
    }
}
