using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// A sweep of 32 rates side by side beside a single training, 84 steps each, by every gradient source; in turns.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables sweep</c>
/// </summary>
internal static class SweepComparison
{
    private const int Rates = 32, BatchRows = 64, Epochs = 4, Rows = 21 * BatchRows;

    private static readonly Tensor Features = torch.rand(Rows, 64).DetachFromDisposeScope();
    private static readonly Tensor Classes = torch.randint(0, 10, [Rows], torch.ScalarType.Int64).DetachFromDisposeScope();

    public static void Print()
    {
        double[] rates = [.. Enumerable.Range(0, Rates).Select(i => 0.001 * Math.Pow(1000, i / (Rates - 1.0)))];
        Compare("SIMD", net => new SimdBackpropagation(net, 0));
        Compare("tensor operations", net => new Backpropagation(net, 0));
        Compare("autograd", net => Autograd.For(net, 0));

        void Compare(string name, Func<Perceptron, IGradientSource> source) => Interleaved.Print(
            $"64-128-64-10, {Epochs * Rows / BatchRows} steps, {name}, {Environment.ProcessorCount} cores", 1,
            ("one training", () => Train(source, 0.01, 1)),
            ($"{Rates} rates, one after another", () => LearningRateSweep.Run(
                rates, [1], (rate, seed) => Train(source, rate, seed), sideBySide: 1)),
            ($"{Rates} rates, side by side", () => LearningRateSweep.Run(rates, [1], (rate, seed) => Train(source, rate, seed))));
    }

    private static TrainingHistory Train(Func<Perceptron, IGradientSource> source, double rate, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Perceptron net = new([64, 128, 64, 10], seed);
        using Batches rows = new(Features.alias(), Classes.alias(), BatchRows, seed);
        return new Trainer(new TrainingOptions { LearningRate = rate, Epochs = Epochs }, new GradientDescent()).Fit(source(net), rows);
    }
}
