using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;
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

    public TableScale? Scale { get; } = new(MostRows: 2_000_000, MeasuredRows: 2_000_000, Seconds: 117, Gigabytes: 3.7);

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

    public ProjectResult Run(LogisticOptions options, RunContext context)
    {
        CommonOptions common = context.Common;
        CancellationToken cancellation = context.CancellationToken;
        Dataset rows = context.ReadData(EmbeddedData);
        BinaryTarget target = BinaryTarget.From(rows, common.Positive);
        DataSplit split = options.Split == SplitChoice.None ? DataSplit.None(rows) : StratifiedSplit.Of(target, common.Seed);
        torch.Device device = ComputeDevice.Parse(common.Device).Resolve();
        ComputeThreads.Suit((long)rows.Rows * rows.Columns);
        context.BeginRun(DataDescription.Of(rows, target.PositiveLabel), device.ToString());

        using PreparedData data = PreparedData.From(target, split, device);
        GradientAudit audit = GradientAudit.Of(data.Training, AuditPenalty, common.Seed);
        PenaltyPath? path = context.Stage("Trying penalties", () => PenaltyPath.Of(data, options.PenaltiesPerDecade, cancellation));
        double λ = options.Penalty ?? path!.Best.Penalty;
        RateComparison rates = context.Stage(
            "Training at three learning rates", () => RateComparison.Of(data.Training, λ, options.Steps, cancellation));
        using FinalModel final = context.Stage("Training the final model",
            () => FinalModel.Train(data, λ, options, context.Archive, common.Seed, cancellation));
        double[] scores = final.Model.Probabilities(data.AllRows);
        ThresholdChoice choice = ThresholdChoice.For(data, scores, options.Costs(data.IsEmbedded), common.Seed);
        HeldOutFindings? test = context.Stage(
            "Scoring the test rows", () => HeldOutFindings.Of(data, scores, choice, options.Resamples, common.Seed));
        WeightFindings weights = WeightFindings.Of(
            final, data, options.Refits(data.Training.Rows, rows.Columns), common.Seed, context.Progress, cancellation);
        Boundaries moons = context.Stage("Drawing boundaries", () => Boundaries.Of(common.Seed));

        var findings = new LogisticFindings(data, audit, path, rates, final, choice, test, weights, moons)
        {
            IsPenaltyChosen = options.Penalty is null,
        };
        return LogisticReport.Of(findings, scores);
    }
}
