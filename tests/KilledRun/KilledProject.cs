using MlMaths.Torch.Calculus;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;
using ScottPlot;

namespace MlMaths.Torch.KilledRun;

/// <summary>Trains two nets on the digits, so that a test has something to kill.</summary>
public sealed class KilledProject : IProject<int>
{
    private static readonly ProjectOption<int> Epochs = ProjectOption.WholeNumber("--epochs", 20, "Passes over the rows.", from: 1);

    /// <inheritdoc/>
    public string Name => "killed";

    public string Verb => "killed";

    /// <inheritdoc/>
    /// <inheritdoc/>
    public string Title => "A run to be killed";

    /// <inheritdoc/>
    public string Description => "Trains two small nets on the digits, one after the other.";

    /// <inheritdoc/>
    public IReadOnlyList<CommandExample> Examples => [];

    /// <inheritdoc/>
    public IReadOnlyList<ProjectOption> Options { get; } = [Epochs];

    /// <inheritdoc/>
    public int Checked(ParsedOptions parsed) => parsed.Of(Epochs);

    /// <inheritdoc/>
    public PreparedRun Prepare(int options, RunContext context)
    {
        Dataset data = context.ReadData("digits");
        return new(DataDescription.Of(data, null), "cpu", run => Work(options, data, run));
    }

    private ProjectResult Work(int options, Dataset data, BegunRun run)
    {
        torch.set_num_threads(1);
        TrainingHistory[] histories = [.. new[] { 0.01, 0.003 }.Select(rate => Train(data, rate, options, run))];

        Measurements measurements = [];
        measurements.Add("train.loss", "Training loss", histories[0].Curve("epoch_loss").Values[^1], "nat", "mean of the last epoch");
        Plot plot = new();
        plot.Add.Signal([.. histories[0].Curve("loss").Values]);
        Report report = new(Title, Description, [new Section(
            "Did it learn?", [new FigureBlock(new Figure("loss", "A falling curve.", plot), "The loss.")], "It did.")]);
        return new(report, measurements, new CvLines())
        {
            Headline = ["train.loss"],
            History = [.. histories.SelectMany(history => history.Rows)],
        };
    }

    private static Batches InBatches(Dataset data, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor y = TensorCopy.Of([.. data.Labels.Select(label
            => long.Parse(label, System.Globalization.CultureInfo.InvariantCulture))]);
        return new Batches(data.X(dtype: torch.ScalarType.Float32) / 16, y, 64, seed);
    }

    private static TrainingHistory Train(Dataset data, double rate, int epochs, BegunRun context)
    {
        string name = FormattableString.Invariant($"rate {rate}");
        using Perceptron net = new([data.Columns, 24, 10], context.Common.Seed, dropout: 0.1);
        using var rule = new Adam();
        using Batches rows = InBatches(data, context.Common.Seed);
        ITrainingObserver[] observers =
            [new ScheduledLearningRate(new CosineDecay()), new GradientClipping(1), new LearningRateRecorder(), new EarlyStopping(epochs)];
        var options = new TrainingOptions { Run = name, LearningRate = rate, Epochs = epochs };
        return new Trainer(options, rule, [.. observers, new StoredCheckpoints(context.Archive, name, rule, net, observers)])
            .Fit(Autograd.For(net, 1e-4), rows, new ValidationPass(rows.Whole, Autograd.For(net, 0).Loss), context.CancellationToken);
    }
}
