using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision.Candidates;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>Project 3: a decision about a rare event, from its costs to a plan for the day when the base rate moves.</summary>
internal sealed class DecisionProject : IProject<DecisionOptions>
{
    public string Name => "imbalanced-decision";

    public string Verb => "decision";

    public string Title => "The imbalanced-classification decision note";

    public TableScale? Scale { get; } = new(MaxRows: 1_000_000, MeasuredRows: 50_000, Seconds: 11, Gigabytes: 0.4);

    public string Description =>
        "Finds a rare event, chooses the threshold from what mistakes cost, says what that saves and how sure that is, "
        + "and plans for the day when the base rate moves.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "a simulated year of card payments, so the truth is known"),
        new("--quick", "the same path, smaller"),
        new("--cost-miss 500 --cost-false-alarm 4", "how the decision moves when a miss costs more"),
        new("--data mine.csv --target churned --positive yes --time month", "your own two-class CSV"),
        new("--data breast_cancer --deployed-rate 0.01", "trained where 37 % are malignant, used where 1 % are"),
    ];

    public IReadOnlyList<ProjectOption> Options => DecisionOptions.All;

    public DecisionOptions Checked(ParsedOptions parsed) => DecisionOptions.Checked(parsed);

    public PreparedRun Prepare(DecisionOptions options, RunContext context)
    {
        var data = DecisionData.From(options, context);
        torch.Device device = ComputeDevice.Parse(context.Common.Device).Resolve();
        ComputeThreads.Suit((long)data.Rows.Rows * data.Rows.Columns);
        return PreparedRun.Of(
            data.Rows, data.Target.PositiveLabel, data.Preparation, device, run => Work(options, data, device, run),
            AbsenceByClass.Of(data.Target, data.Training), TargetLeaks.In(data.Target))
            .MeasuringSteps(data.Target, data.Split);
    }

    private static ProjectResult Work(DecisionOptions options, DecisionData data, torch.Device device, BegunRun run)
    {
        int seed = run.Common.Seed;
        CandidateModel[] models = run.Stage("Training six models",
            () => CandidateModel.TrainAll(data, device, run.Archive, seed, run.CancellationToken));
        ModelChoice choice = run.Stage("Calibrating on validation rows", () => ModelChoice.Fit(data, models));
        ErrorCosts costs = options.Costs(data.IsStory, data.AreCalls);
        ScoredRows validation = data.ScoredAs(data.Split.Validation.Rows, choice.Best.OnValidation);
        // Windows are compared with rows that were scored as they are: a held-out calibration would break up equal scores.
        ScoredRows reference = data.Scored(data.Split.Validation.Rows, choice.Probabilities);
        ScoredRows test = data.Scored(data.Test, choice.Probabilities);
        ScoredRows? deployment = data.Deployment.Length == 0 ? null : data.Scored(data.Deployment, choice.Probabilities);
        CostFindings cost = run.Stage(
            "Choosing a threshold, and pricing it",
            () => CostFindings.Of(validation, test, costs, options, seed) with { Period = data.Period });
        double threshold = cost.Threshold.Chosen;
        TestFindings onTest = run.Stage("Judging all models on test rows", () => TestFindings.Of(data, models, test, options, seed));
        CurvesFindings curves = run.Stage(
            "Drawing curves", () => CurvesFindings.Of(test, cost.TypicalCosts, threshold, options.Resamples, seed));
        MonitorFindings monitor = run.Stage("Watching what comes",
            () => MonitorFindings.Of(data.Rows, reference, test, deployment, costs, threshold, options, seed));
        return DecisionReport.Of(new DecisionFindings(data, models, choice, costs, validation, test, cost, onTest, curves, monitor)
        {
            Leaks = data.Rows.Raw is null ? TargetLeaks.In(data.Target) : [],
            AreCostsGiven = !options.AreCostsTheStorys,
            WasRateGiven = options.DeployedRate is not null,
        });
    }
}
