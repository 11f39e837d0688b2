using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>Run once more with narrower vectors by <see cref="LinearAlgebra.NarrowerVectorsTests"/>.</summary>
public sealed class SimdBackpropagationTests
{
    /// <summary>Rows of a batch, and widths: those of the benchmark, odd ones, none hidden, and random ones.</summary>
    public static TheoryData<int, int[]> Nets()
    {
        TheoryData<int, int[]> nets = new()
        {
            { 64, [64, 128, 64, 10] }, { 1, [1, 1, 2] }, { 13, [7, 5, 3] }, { 9, [30, 33, 2] }, { 5, [4, 3] },
            { 600, [8, 16, 40] },
        };
        var random = new Random(8);
        for (int trial = 0; trial < 20; trial++)
            nets.Add(random.Next(1, 80), [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(1, 70)), random.Next(2, 50)]);
        return nets;
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void Autograd_finds_the_same_gradient(int rows, int[] widths)
    {
        using Perceptron model = new(widths, seed: 2);
        Batch batch = RandomRows.Draw(rows, widths[0], widths[^1], seed: 3, torch.ScalarType.Float32);
        var simd = new SimdBackpropagation(model, 0.01);

        IReadOnlyList<GradientDifference> differences = GradientComparison.Compare(simd, [("autograd", Autograd.For(model, 0.01))], batch);

        Assert.All(differences, difference => Assert.InRange(difference.LargestAbsolute, 0, 1e-6));
        Assert.Equal(Autograd.For(model, 0.01).Loss(batch), simd.Differentiate(batch), 2e-6);
        Assert.Equal(simd.Differentiate(batch), simd.Loss(batch), 2e-6);
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void Fifty_steps_lead_to_autograds_parameters(int rows, int[] widths)
    {
        using Perceptron bySimd = new(widths, seed: 1), byAutograd = new(widths, seed: 1);
        using Batches batches = RandomRows.InBatches(rows * 5 - rows / 2, widths[0], widths[^1], rows, torch.ScalarType.Float32);
        BackpropagationTests.Train(new SimdBackpropagation(bySimd, 1e-3), batches, epochs: 10, η: 0.05);
        BackpropagationTests.Train(Autograd.For(byAutograd, 1e-3), batches, epochs: 10, η: 0.05);
        Assert.All(byAutograd.Parameters.ToArray().Zip(bySimd.Parameters.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Finite_differences_in_double_precision_find_the_same_gradient()
    {
        using Perceptron single = new([5, 8, 3], seed: 4), twice = new([5, 8, 3], seed: 4, type: torch.ScalarType.Float64);
        twice.Parameters.Set(single.Parameters.ToArray());
        Batch batch = RandomRows.Draw(13, 5, 3, seed: 5, torch.ScalarType.Float32);
        new SimdBackpropagation(single, 0.1).Differentiate(batch);
        new FiniteDifferences(new Backpropagation(twice, 0.1)).Differentiate(new Batch(batch.X.to(torch.ScalarType.Float64), batch.y));
        Assert.All(twice.Parameters.GradientToArray().Zip(single.Parameters.GradientToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void The_loss_over_many_rows_is_the_mean_over_its_blocks()
    {
        using Perceptron model = new([8, 16, 3], seed: 2);
        Batch batch = RandomRows.Draw(1_500, 8, 3, seed: 3, torch.ScalarType.Float32);
        Assert.Equal(Autograd.For(model, 0.1).Loss(batch), new SimdBackpropagation(model, 0.1).Loss(batch), 2e-6);
    }

    [Fact]
    public void A_smaller_batch_after_a_larger_one_sees_nothing_of_it()
    {
        using Perceptron model = new([8, 16, 3], seed: 2);
        Batch large = RandomRows.Draw(90, 8, 3, seed: 3, torch.ScalarType.Float32),
            small = RandomRows.Draw(5, 8, 3, seed: 4, torch.ScalarType.Float32);
        new SimdBackpropagation(model, 0).Differentiate(small);
        double[] expected = model.Parameters.GradientToArray();
        var simd = new SimdBackpropagation(model, 0);
        simd.Differentiate(large);
        simd.Differentiate(small);
        Assert.Equal(expected, model.Parameters.GradientToArray());
    }

    [Fact]
    public void A_batch_that_is_a_view_with_gaps_is_read_rightly()
    {
        using Perceptron model = new([4, 6, 3], seed: 2);
        Batch wide = RandomRows.Draw(10, 8, 3, seed: 3, torch.ScalarType.Float32);
        var view = new Batch(wide.X.narrow(1, 2, 4), wide.y);
        var whole = new Batch(view.X.clone().contiguous(), wide.y);
        var simd = new SimdBackpropagation(model, 0);
        Assert.Equal(simd.Differentiate(whole), simd.Differentiate(view));
    }

    [Fact]
    public void Weights_that_overflow_end_in_a_loss_that_is_not_finite()
    {
        using Perceptron model = new([4, 6, 3], seed: 2);
        model.Parameters.Set([.. model.Parameters.ToArray().Select(number => number * 1e30)]);
        Assert.False(double.IsFinite(new SimdBackpropagation(model, 0)
            .Differentiate(RandomRows.Draw(10, 4, 3, seed: 3, torch.ScalarType.Float32))));
    }

    [Fact]
    public void What_it_does_not_know_is_refused_in_a_sentence()
    {
        using Perceptron tanh = new([4, 6, 3], seed: 2, Activation.Tanh),
            dropout = new([4, 6, 3], seed: 2, dropout: 0.5),
            twice = new([4, 6, 3], seed: 2, type: torch.ScalarType.Float64);
        Assert.Equal(
            "The SIMD gradient does not apply: it supports only the activation relu, and the net has tanh; use the "
            + "tensor gradient, which supports every net.",
            Assert.Throws<UserMistakeException>(() => new SimdBackpropagation(tanh, 0)).Message);
        Assert.Equal("it does not support dropout, and the net has it", SimdBackpropagation.Obstacle(dropout));
        Assert.Equal("it works in 32-bit floats, and the net in Float64", SimdBackpropagation.Obstacle(twice));
    }

    [Fact]
    public void Rows_in_double_precision_are_refused()
    {
        using Perceptron model = new([4, 6, 3], seed: 2);
        Assert.Throws<ArgumentException>(() => new SimdBackpropagation(model, 0).Loss(RandomRows.Draw(10, 4, 3, seed: 3)));
    }

    [Fact]
    public void No_tensor_is_made()
    {
        using Perceptron model = new([6, 9, 4], seed: 2);
        Batch batch = RandomRows.Draw(11, 6, 4, seed: 3, torch.ScalarType.Float32);
        var source = new SimdBackpropagation(model, 0.1);
        long before = LiveTensors.Count;
        for (int step = 0; step < 20; step++) source.Differentiate(batch);
        Assert.Equal(before, LiveTensors.Count);
    }
}
