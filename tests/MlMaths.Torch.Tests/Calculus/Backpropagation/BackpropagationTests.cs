using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class BackpropagationTests
{
    public static MatrixTheoryData<Activation, double, double> Nets =>
        new(Enum.GetValues<Activation>(), [0, 0.3], [0, 0.4]);

    [Theory]
    [MemberData(nameof(Nets))]
    public void Autograd_finds_the_same_gradient(Activation activation, double λ, double dropout)
    {
        using Perceptron model = new([6, 9, 7, 4], seed: 2, activation, dropout: dropout, type: torch.ScalarType.Float64);
        Batch batch = RandomRows.Draw(11, 6, 4, seed: 3);

        Autograd.For(model, λ).Differentiate(batch);
        double[] expected = model.Parameters.GradientToArray();
        if (model.Dropout is not null) model.Dropout.Drawn = 0; // the same masks once more
        double L = new Backpropagation(model, λ).Differentiate(batch);

        Assert.All(expected.Zip(model.Parameters.GradientToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        if (dropout == 0) Assert.Equal(Autograd.For(model, λ).Loss(batch), L, 1e-14);
    }

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Sigmoid)]
    public void The_three_answers_agree(Activation activation)
    {
        using Perceptron model = new([5, 8, 3], seed: 4, activation, type: torch.ScalarType.Float64);
        var hand = new Backpropagation(model, 0.1);

        IReadOnlyList<GradientDifference> differences = GradientComparison.Compare(
            hand, [("autograd", Autograd.For(model, 0.1)), ("differences", new FiniteDifferences(hand))],
            RandomRows.Draw(13, 5, 3, seed: 5));

        Assert.All(differences.Where(difference => difference.Answer == "autograd"),
            difference => Assert.InRange(difference.LargestAbsolute, 0, 1e-14));
        Assert.All(differences.Where(difference => difference.Answer == "differences"),
            difference => Assert.InRange(difference.LargestAbsolute, 0, 1e-8));
    }

    [Fact]
    public void Training_takes_the_same_path_as_with_autograd()
    {
        using Perceptron byHand = new([64, 128, 64, 10], seed: 1, type: torch.ScalarType.Float64),
            byAutograd = new([64, 128, 64, 10], seed: 1, type: torch.ScalarType.Float64);
        using Batches rows = RandomRows.InBatches(640, 64, 10, batchSize: 64, torch.ScalarType.Float64);

        HistoryRow[] hand = [.. Train(new Backpropagation(byHand, 1e-3), rows)],
            autograd = [.. Train(Autograd.For(byAutograd, 1e-3), rows)];

        Assert.Equal(100, hand.Count(row => row.Quantity == "loss"));
        Assert.All(hand.Zip(autograd), pair => Assert.Equal(pair.Second.Value, pair.First.Value, 1e-9));
        Assert.All(byAutograd.Parameters.ToArray().Zip(byHand.Parameters.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void A_net_without_hidden_layers_is_softmax_regression()
    {
        using Perceptron model = new([3, 4], seed: 6, type: torch.ScalarType.Float64);
        GradientDifference[] differences = [.. GradientComparison.Compare(
            new Backpropagation(model, 0), [("autograd", Autograd.For(model, 0))], RandomRows.Draw(9, 3, 4, seed: 7))];
        Assert.All(differences, difference => Assert.InRange(difference.LargestAbsolute, 0, 1e-15));
    }

    [Fact]
    public void Biases_are_not_penalised()
    {
        using Perceptron model = new([3, 4, 2], seed: 6, type: torch.ScalarType.Float64);
        Batch batch = RandomRows.Draw(9, 3, 2, seed: 7);
        model.Parameters.Set([.. model.Parameters.ToArray().Select(number => number + 0.5)]);

        new Backpropagation(model, 0).Differentiate(batch);
        double[] free = model.Parameters.GradientToArray();
        new Backpropagation(model, 100).Differentiate(batch);
        double[] penalised = model.Parameters.GradientToArray(), θ = model.Parameters.ToArray();

        foreach (ParameterSlice slice in model.Parameters.Slices)
        {
            for (int j = slice.Offset; j < slice.Offset + slice.Length; j++)
                Assert.Equal(slice.Name.EndsWith("bias", StringComparison.Ordinal) ? 0 : 100 * θ[j], penalised[j] - free[j], 1e-12);
        }
    }

    [Fact]
    public void No_tensor_outlives_its_step()
    {
        using Perceptron model = new([6, 9, 4], seed: 2, dropout: 0.2);
        Batch batch = RandomRows.Draw(11, 6, 4, seed: 3, torch.ScalarType.Float32);
        var source = new Backpropagation(model, 0.1);
        source.Differentiate(batch);
        long before = LiveTensors.Count;
        for (int step = 0; step < 20; step++) source.Differentiate(batch);
        source.Loss(batch);
        Assert.Equal(before, LiveTensors.Count);
    }

    [Fact]
    public void A_CUDA_device_finds_the_same_gradient()
    {
        Assert.SkipUnless(CanUseCuda(), "This machine has no usable CUDA device, or this build no CUDA libtorch.");
        torch.Device cuda = ComputeDevice.Parse("cuda").Resolve();
        using Perceptron here = new([6, 9, 4], seed: 2, type: torch.ScalarType.Float64),
            there = new([6, 9, 4], seed: 2, device: cuda, type: torch.ScalarType.Float64);
        Batch batch = RandomRows.Draw(11, 6, 4, seed: 3);
        double L = new Backpropagation(here, 0.1).Differentiate(batch);
        Assert.Equal(L, new Backpropagation(there, 0.1).Differentiate(new Batch(batch.X.to(cuda), batch.y.to(cuda))), 1e-12);
        Assert.All(here.Parameters.GradientToArray().Zip(there.Parameters.GradientToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    internal static IReadOnlyList<HistoryRow> Train(IGradientSource source, Batches rows, int epochs = 10, double η = 0.1) =>
        new Trainer(new TrainingOptions { LearningRate = η, Epochs = epochs }, new GradientDescent()).Fit(source, rows).Rows;

    private static bool CanUseCuda()
    {
        try
        {
            return ComputeDevice.Parse("cuda").Resolve().type == DeviceType.CUDA;
        }
        catch (UserMistakeException)
        {
            return false;
        }
    }
}
