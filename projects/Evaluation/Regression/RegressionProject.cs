using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>Linear regression by hand: three ways to the weights, two losses, and what may be believed of the result.</summary>
internal sealed class RegressionProject : IProject<RegressionOptions>
{
    private const string EmbeddedData = "diabetes";

    public string Name => "linear-regression";

    public string Verb => "regression";

    public string Title => RegressionReport.Title;

    public TableScale? Scale { get; } = new(MaxRows: 200_000, MeasuredRows: 50_000, Seconds: 46, Gigabytes: 0.4);

    public string Description =>
        "Fits a line by normal equations, QR and descent, for squared and for absolute errors, and shows where these "
        + "agree and where they differ. "
        + "Scores it on held-out rows and by cross-validation, with intervals and against the mean; "
        + "interprets its weights with two kinds of interval, "
        + "and looks at what is left over.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "the diabetes data: how far the disease progresses in a year"),
        new("--quick", "the same path with fewer resamples"),
        new("--data mine.csv --target price", "your own CSV and the number to predict"),
        new("--data mine.csv --target price --leave-out id", "without a column that carries no information"),
    ];

    public IReadOnlyList<ProjectOption> Options => RegressionOptions.All;

    public RegressionOptions Checked(ParsedOptions parsed) => RegressionOptions.Checked(parsed);

    public PreparedRun Prepare(RegressionOptions options, RunContext context)
    {
        torch.Device device = ComputeDevice.Parse(context.Common.Device).Resolve();
        Dataset given = context.ReadData(EmbeddedData);
        RegressionData data = RegressionData.From(given, options, context.Common.Seed);
        ComputeThreads.Suit((long)given.Rows * data.ToRefit.Columns);
        return PreparedRun.Of(
            data.Preparation.Apply(given), null, data.Preparation, device, run => Work(options, data, device, run));
    }

    private static ProjectResult Work(RegressionOptions options, RegressionData data, torch.Device device, BegunRun run)
    {
        (int seed, CancellationToken cancellation) = (run.Common.Seed, run.CancellationToken);
        SolutionFindings solutions =
            run.Stage("Solving three ways", () => SolutionFindings.Fit(data, options, device, seed, cancellation));
        IReadOnlyList<AccuracyPoint> accuracy = run.Stage("Drawing columns together", () => LeastSquaresAccuracy.Measure(seed));
        LossFindings losses = run.Stage("Fitting absolute errors", () => LossFindings.Fit(data, options, device, seed, cancellation));
        TestFindings test = run.Stage("Scoring the test rows", () => TestFindings.Of(data, losses, options, seed));
        FoldFindings folds = run.Stage("Cross-validating", () => FoldFindings.Fit(data, options, seed, cancellation));
        CoefficientFindings coefficients = run.Stage(
            "Resampling rows", () => CoefficientFindings.FitAll(data, options, seed, cancellation));
        ResidualFindings residuals = run.Stage(
            "Looking at what is left over", () => ResidualFindings.Fit(coefficients, options, seed, cancellation));

        return RegressionReport.Of(
            new RegressionFindings(data, options, solutions, accuracy, losses, test, folds, coefficients, residuals));
    }
}
