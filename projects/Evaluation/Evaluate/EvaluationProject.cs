using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.EvaluationPack.Leakage;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>The evaluation pack: models scored, doubted and compared as carefully as their rows allow.</summary>
internal sealed class EvaluationProject : IProject<EvaluationOptions>
{
    public string Name => "evaluation-pack";

    public string Verb => "evaluate";

    public string Title => "The evaluation pack";

    public TableScale? Scale { get; } = new(MaxRows: 50_000, MeasuredRows: 10_000, Seconds: 32, Gigabytes: 0.3);

    public string Description =>
        "Splits the rows, looks for leaks, cross-validates two or three models, shows how much of a score is luck, "
        + "and compares the models in one sentence that claims no more than the rows allow.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "the breast cancer data: logistic regression, a small net, and the best single column"),
        new("--quick", "the same path, with fewer repeats"),
        new("--metric log_loss --rope 0.005", "compared by their probabilities"),
        new("--data mine.csv --target churned --positive yes --group customer", "your own two-class CSV, no customer in two folds"),
    ];

    public IReadOnlyList<ProjectOption> Options => EvaluationOptions.All;

    public EvaluationOptions Checked(ParsedOptions parsed) => EvaluationOptions.Checked(parsed);

    public PreparedRun Prepare(EvaluationOptions options, RunContext context)
    {
        var data = EvaluationData.From(options, context);
        ComputeThreads.Suit((long)data.Target.Dataset.Rows * data.Target.Dataset.Columns);
        torch.Device device = ComputeDevice.Parse(context.Common.Device).Resolve();
        return PreparedRun.Of(
            data.Target.Dataset, data.Target.PositiveLabel, data.Preparation, device, run => Work(options, data, device, run),
            AbsenceByClass.Of(data.Target, data.Split.Training)).MeasuringSteps(data.Target, data.Split);
    }

    private static ProjectResult Work(EvaluationOptions options, EvaluationData data, torch.Device device, BegunRun run)
    {
        (int seed, CancellationToken cancellation) = (run.Common.Seed, run.CancellationToken);
        LeakageFindings leakage = run.Stage(
            "Looking for leaks", 1, stage => LeakageFindings.Fit(
                data.Target, data.Split, [data.FirstDeal], seed, options.Quick, stage.Advance, cancellation));
        Recipe[] recipes = [.. options.Models.Select(name => Recipes.Of(name) with { Device = device })];
        ModelScores[] models = [.. recipes.Select(recipe => run.Stage(
            $"Fitting {recipe.Name} on every fold", 1, stage =>
                ModelScores.Fit(data, recipe, options, seed, stage.Advance, cancellation)))];
        ComparisonFindings comparison = run.Stage("Comparing in pairs", () => ComparisonFindings.Of(data, models, options, seed));
        ModelScores? tuned = models.FirstOrDefault(model => model.Recipe is TunedLogisticRecipe);
        TuningFindings? tuning = tuned is null ? null : run.Stage(
            "Measuring what choosing costs", 1, stage => TuningFindings.Search(data, tuned, seed, stage.Advance, cancellation));
        SplitLuckFindings splitLuck = run.Stage(
            "Splitting again", 1, stage => SplitLuckFindings.Train(
                data, new LogisticRecipe { Device = device }, options, seed, stage.Advance, cancellation));
        SampleSizeFindings sizes = run.Stage("Measuring on fewer rows", () => SampleSizeFindings.Of(data, models[0], options, seed));
        LearningFindings learning = run.Stage(
            "Learning from fewer rows", 1, stage => LearningFindings.Train(data, recipes[..2], options, seed, stage.Advance, cancellation));
        return EvaluationReport.Of(new EvaluationFindings(options, data, models, comparison, tuning, splitLuck, sizes, leakage, learning));
    }
}
