using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>A small net on standardised columns; every sixth training row says when it has learnt enough.</summary>
internal sealed record PerceptronRecipe() : Recipe("perceptron")
{
    private const int Hidden = 16, BatchesPerEpoch = 8, StoppingEvery = 6, MinSteps = 400;
    private const double LearningRate = 0.01;

    public override MarkdownText InWords(BinaryTarget target, TrainingPart training) =>
        $"a net with one layer of {Hidden} tanh units on all columns, standardised, trained by Adam; one training row in "
        + $"{StoppingEvery} is held back and says when it has learnt enough";

    protected override double[] Fit(BinaryTarget target, TrainingPart training, IReadOnlyList<int> rows, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        FittedScaler scaler = StandardScaler.Fit(training);
        int[] shuffled = [.. training.Rows];
        Seeds.Generator(seed, DrawnFor.Split).Shuffle(shuffled);
        int[] stopping = [.. shuffled.Where((_, place) => place % StoppingEvery == 0)];
        int[] learning = [.. shuffled.Where((_, place) => place % StoppingEvery != 0)];
        using var net = new Perceptron([target.Dataset.Columns, Hidden, 2], seed, Activation.Tanh, Initialisation.Xavier, device: Device);
        TrainNet(net, BatchOf(learning), BatchOf(stopping), seed);
        using (torch.no_grad())
        {
            Tensor p = net.Forward(BatchOf(rows).X, training: false).to(torch.ScalarType.Float64, torch.CPU).softmax(1);
            return p.narrow(1, 1, 1).contiguous().data<double>().ToArray();
        }

        Batch BatchOf(IReadOnlyList<int> chosen) => new(
            TensorCopy.Of(Standardised(scaler, target.Dataset, chosen), [chosen.Count, target.Dataset.Columns],
                dtype: torch.ScalarType.Float32, device: Device),
            TensorCopy.Of([.. chosen.Select(row => target.IsPositive[row] ? 1L : 0L)], device: Device));
    }

    private static void TrainNet(Perceptron net, Batch learnt, Batch stopping, int seed)
    {
        var source = new Autograd(net.Parameters, batch => SoftmaxLoss.Mean(net.Forward(batch.X, training: true), batch.y));
        using var batches = new Batches(learnt.X, learnt.y, Math.Clamp(learnt.Rows / BatchesPerEpoch, 32, 1024), seed);
        int epochs = Math.Max(12, MinSteps / batches.BatchesPerEpoch);
        using var rule = new Adam();
        var options = new TrainingOptions { Run = "perceptron", LearningRate = LearningRate, Epochs = epochs };
        ITrainingObserver[] observers =
            [new ScheduledLearningRate(new CosineDecay()), new EarlyStopping(patience: Math.Max(4, epochs / 4))];
        new Trainer(options, rule, observers).Fit(source, batches, new ValidationPass(stopping, source.Loss), default);
    }
}
