using MlMaths.Torch.Calculus;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>Project 4: a perceptron of several layers, trained, watched, broken on purpose, corrected, judged and timed.</summary>
internal sealed class NeuralNetProject : IProject<NetOptions>
{
    private const string EmbeddedData = "digits";
    private const int QuickChecked = 200;
    private const double FallbackRate = 0.003, FlowRate = 0.05;

    public string Name => "neural-net";

    public string Verb => "net";

    public string Title => "A neural net with diagnostics";

    public TableScale? Scale { get; } = new(MaxRows: 50_000, MeasuredRows: 10_000, Seconds: 150, Gigabytes: 0.6);

    public string Description =>
        "Trains a neural net on handwritten digits and shows what can go wrong: learning rates too small or large, "
        + "gradients that vanish or "
        + "explode, overfitting and its cure. Derives backpropagation by hand, searches its settings on validation "
        + "rows, tests once on "
        + "test rows, and times its answers.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "1,797 handwritten digits, in about a minute"),
        new("--quick", "the same path, shortened to a few seconds"),
        new("--hidden 256,128 --dropout 0.3 --search 0", "a net of your choice, without a search"),
        new("--data mine.csv --target species", "your own CSV, with two to a hundred classes"),
        new("--idx mnist", "MNIST, from a folder with its four files"),
        new("--gradients simd --hidden 128,64 --activation relu --dropout 0", "backpropagation in plain C#"),
    ];

    public IReadOnlyList<ProjectOption> Options => NetOptions.All;

    public NetOptions Checked(ParsedOptions parsed) => NetOptions.Checked(parsed);

    public PreparedRun Prepare(NetOptions options, RunContext context)
    {
        (ClassTarget target, DataSplit split) = Rows(options, context);
        FittedPreparation preparation = Preparation.Fit(split.Training);
        split = preparation.On(split);
        target = target.On(split.Training.Whole);
        torch.Device device = ComputeDevice.Parse(context.Common.Device).Resolve();
        return PreparedRun.Of(target.Dataset, null, preparation, device, run => Work(options, target, split, preparation, device, run));
    }

    private static ProjectResult Work(NetOptions options, ClassTarget target, DataSplit split, FittedPreparation preparation,
        torch.Device device, BegunRun run)
    {
        (int seed, CancellationToken cancellation) = (run.Common.Seed, run.CancellationToken);
        int[] seeds = [.. Enumerable.Range(0, options.Seeds).Select(k => Seeds.Of(seed, DrawnFor.Model, k))];
        using PreparedBatches<ClassTarget> data = NetRows.Prepare(target, split, options.Scaling, device);
        NetRecipe recipe = options.Recipe with { Store = run.Archive };
        ThreadChoice threads = Threads(data, recipe, options, seed);
        Preflight preflight = run.Stage(
            "Checking the net before training", () => Preflight.Train(data, recipe, "the first net", seed, cancellation));
        LearningRateFindings rates = run.Stage(
            "Sweeping learning rates", options.LearningRates.Count * seeds.Length,
            stage => LearningRateFindings.Train(
                data, recipe with { Epochs = options.SweepEpochs }, options.LearningRates, seeds, () => stage.Advance(), cancellation));
        double learningRate = options.LearningRate ?? rates.Reading.Recommended ?? rates.RangeTest.Valley ?? FallbackRate;
        NetRecipe tuned = recipe with { LearningRate = learningRate };
        LayerNorms flow = run.Stage("Watching gradients vanish and explode",
            () => LayerNorms.Train(data, FlowRate, options.FlowEpochs, seed, cancellation));
        FitFindings fits = run.Stage(
            "Overfitting on purpose", () => FitFindings.TrainAll(data, tuned, options.FitEpochs, seed, cancellation));
        RegularisationFindings brakes = run.Stage(
            "Trying regularisation", (options.Penalties.Count + options.Dropouts.Count) * seeds.Length,
            stage => RegularisationFindings.TrainAll(
                data, tuned with { Epochs = options.RegularisationEpochs }, options, seeds, () => stage.Advance(), cancellation));
        SearchFindings? search = options.SearchBudget == 0 ? null : run.Stage(
            "Searching settings", options.SearchBudget,
            stage => SearchFindings.Search(data, tuned, options, seed, stage.Advance, cancellation));
        NetRecipe chosen = (search?.Best ?? tuned).KeepingTheBest();
        Preflight again = run.Stage("Checking the chosen net", () => Preflight.Train(data, chosen, "the chosen net", seed, cancellation));
        StartExamination doctor = run.Stage(
            "Asking the doctor", () => NetExamination.Of(data, options, chosen, seed, threads, cancellation));
        using FinalNet final = Final(data, chosen, seed, run);
        SourceFindings sources = run.Stage("Differentiating in three ways", () => SourceFindings.Train(
            data, tuned, options.SourceEpochs, run.Common.Quick ? QuickChecked : GradientVerdict.MaxCoordinates, seed,
            run.Clock, cancellation));
        TestFindings test = run.Stage("Scoring the test rows", () => TestFindings.Of(data, final.Net, seed));
        LatencyFindings latency = Latency(data, final.Net, options, preparation, run);

        return NetReport.Of(new NetFindings(
            data, options, threads, preflight, again, doctor, rates, tuned, flow, fits, brakes, search, final, sources, test, latency));
    }

    /// <summary>A table, or pictures whose makers may have said which are the test rows.</summary>
    private static (ClassTarget Target, DataSplit Split) Rows(NetOptions options, RunContext context)
    {
        if (options.Idx is { } folder)
        {
            var pictures = IdxDataset.Read(folder);
            return (ClassTarget.From(pictures.Dataset), pictures.Split(context.Common.Seed));
        }

        var target = ClassTarget.From(context.ReadData(EmbeddedData));
        return (target, StratifiedSplit.Of(target.Dataset, context.Common.Seed));
    }

    /// <summary>
    /// As many as asked, or as suit a step of this net: one product of matrices forth and two back, for each row and
    /// weight.
    /// </summary>
    private static ThreadChoice Threads(PreparedBatches<ClassTarget> data, NetRecipe recipe, NetOptions options, int seed)
    {
        using Perceptron net = recipe.Net(data, seed);
        long products = 3L * recipe.BatchRows * net.Parameters.Count;
        return options.Threads is { } asked ? new ThreadChoice(ComputeThreads.Set(asked), products)
            : ComputeThreads.SuitSteps(products);
    }

    private static FinalNet Final(PreparedBatches<ClassTarget> data, NetRecipe recipe, int seed, RunContext context) => context.Stage(
        "Training the final net", 1, stage => FinalNet.Train(data, recipe, seed, context.Clock, stage, context.CancellationToken));

    private static LatencyFindings Latency(
        PreparedBatches<ClassTarget> data, Perceptron net, NetOptions options, FittedPreparation preparation, RunContext context) =>
            context.Stage(
        "Timing answers", options.Latency.Rounds,
        stage => LatencyFindings.Of(
            data, net, options.Latency, preparation, context.Clock, () => stage.Advance(), context.CancellationToken));
}
