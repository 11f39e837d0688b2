using MlMaths.Torch.Calculus;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;
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

    public ProjectResult Run(NetOptions options, RunContext context)
    {
        CommonOptions common = context.Common;
        CancellationToken cancellation = context.CancellationToken;
        int seed = common.Seed;
        int[] seeds = [.. Enumerable.Range(seed, options.Seeds)];
        (ClassTarget target, DataSplit split) = Rows(options, context);
        torch.Device device = ComputeDevice.Parse(common.Device).Resolve();
        context.BeginRun(DataDescription.Of(target.Dataset, null), device.ToString());

        using PreparedClasses data = PreparedClasses.From(target, split, options.Scaling, device);
        NetRecipe recipe = options.Recipe with { Store = context.Archive };
        ThreadChoice threads = Threads(data, recipe, options, seed);
        Preflight preflight = context.Stage(
            "Checking the net before training", () => Preflight.Of(data, recipe, "the first net", seed, cancellation));
        RateFindings rates = context.Stage(
            "Sweeping learning rates", options.Rates.Count * seeds.Length,
            stage => RateFindings.Of(
                data, recipe with { Epochs = options.SweepEpochs }, options.Rates, seeds, () => stage.Advance(), cancellation));
        NetRecipe tuned = recipe with { Rate = options.Rate ?? rates.Reading.Recommended ?? rates.RangeTest.Valley ?? FallbackRate };
        LayerNorms flow = context.Stage("Watching gradients vanish and explode",
            () => LayerNorms.Of(data, FlowRate, options.FlowEpochs, seed, cancellation));
        FitFindings fits = context.Stage(
            "Overfitting on purpose", () => FitFindings.Of(data, tuned, options.FitEpochs, seed, cancellation));
        RegularisationFindings brakes = context.Stage(
            "Trying regularisation", (options.Penalties.Count + options.Dropouts.Count) * seeds.Length,
            stage => RegularisationFindings.Of(
                data, tuned with { Epochs = options.RegularisationEpochs }, options, seeds, () => stage.Advance(), cancellation));
        SearchFindings? search = options.SearchBudget == 0 ? null : context.Stage(
            "Searching settings", options.SearchBudget,
            stage => SearchFindings.Of(data, tuned, options, seed, stage.Advance, cancellation));
        NetRecipe chosen = (search?.Best ?? tuned) with { Schedule = new CosineDecay() };
        Preflight again = context.Stage("Checking the chosen net", () => Preflight.Of(data, chosen, "the chosen net", seed, cancellation));
        using FinalNet final = Final(data, chosen, seed, context);
        SourceFindings sources = context.Stage("Differentiating in three ways", () => SourceFindings.Of(
            data, tuned, options.SourceEpochs, common.Quick ? QuickChecked : GradientVerdict.MostCoordinates, seed,
            context.Clock, cancellation));
        TestFindings test = context.Stage("Scoring the test rows", () => TestFindings.Of(data, final.Net, options.Resamples, seed));
        LatencyFindings latency = Latency(data, final.Net, options, context);

        return NetReport.Of(new NetFindings(
            data, options, threads, preflight, again, rates, tuned, flow, fits, brakes, search, final, sources, test, latency));
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
    private static ThreadChoice Threads(PreparedClasses data, NetRecipe recipe, NetOptions options, int seed)
    {
        using Perceptron net = recipe.Net(data, seed);
        long products = 3L * recipe.BatchRows * net.Parameters.Count;
        return options.Threads is { } asked ? new ThreadChoice(ComputeThreads.Set(asked), products)
            : ComputeThreads.SuitSteps(products);
    }

    private static FinalNet Final(PreparedClasses data, NetRecipe recipe, int seed, RunContext context) => context.Stage(
        "Training the final net", 1, stage => FinalNet.Train(data, recipe, seed, context.Clock, stage, context.CancellationToken));

    private static LatencyFindings Latency(PreparedClasses data, Perceptron net, NetOptions options, RunContext context) => context.Stage(
        "Timing answers", 2 * LatencyFindings.BatchSizes.Count,
        stage => LatencyFindings.Of(data, net, options.Latency, context.Clock, () => stage.Advance(), context.CancellationToken));
}
