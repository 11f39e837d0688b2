using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>One pass over the rows says what the derivation by tensors says.</summary>
public sealed class FusedLogisticTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 8, 1)]
    [InlineData(257, 3, 4.5)]
    [InlineData(1000, 50, 1)]
    [InlineData(700, 130, 0.25)]
    public void Its_loss_and_gradient_are_those_of_the_tensors(int rows, int columns, double ω)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Batch batch = Drawn(rows, columns);
        using LogisticModel model = new(columns, torch.CPU);
        using torch.Generator chance = new(5);
        model.Parameters.Values.copy_(torch.randn(columns + 1, torch.ScalarType.Float64, generator: chance));

        double L = new HandDerivedLogistic(model, 0.1, ω).Differentiate(batch);
        double[] gradient = model.Parameters.GradientToArray();
        model.Parameters.ClearGradient();
        FusedLogistic fused = new(model, 0.1, ω);
        Assert.Equal(L, fused.Loss(batch), 1e-13 * L);
        Assert.Equal(L, fused.Differentiate(batch), 1e-13 * L);
        double size = gradient.Max(Math.Abs);
        Assert.All(
            model.Parameters.GradientToArray().Zip(gradient), pair => Assert.Equal(pair.Second, pair.First, 1e-13 * size));
    }

    [Fact]
    public void Logits_of_a_thousand_overflow_nothing()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using LogisticModel model = new(1, torch.CPU);
        model.Parameters.Set([1000, 0]);
        double[] x = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 1.0 : -1.0)];
        var batch = new Batch(torch.tensor(x).reshape(20, 1), torch.tensor(x.Select(one => one > 0 ? 0.0 : 1).ToArray()));
        Assert.Equal(1000, new FusedLogistic(model, 0).Differentiate(batch), 1e-9);
        Assert.Equal([1, 0], model.Parameters.GradientToArray());
    }

    [Fact]
    public void It_takes_nothing_but_doubles()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Batch doubles = Drawn(8, 2);
        using LogisticModel model = new(2, torch.CPU), narrow = new(2, torch.CPU, torch.ScalarType.Float32);
        Assert.True(FusedLogistic.Takes(model, doubles));
        Assert.False(FusedLogistic.Takes(model, doubles with { y = doubles.y.to(torch.ScalarType.Int64) }));
        Assert.False(FusedLogistic.Takes(model, doubles with { X = doubles.X.to(torch.ScalarType.Float32) }));
        Assert.False(FusedLogistic.Takes(narrow, doubles));
    }

    [Fact]
    public void What_changed_is_asked_anew()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Batch batch = Drawn(40, 2), other = Drawn(41, 2);
        using LogisticModel model = new(2, torch.CPU);
        FusedLogistic fused = new(model, 0);
        double atZero = fused.Loss(batch);
        model.Parameters.Set([1, 2, 3]);
        Assert.NotEqual(atZero, fused.Loss(batch));
        Assert.NotEqual(fused.Loss(batch), fused.Loss(other));
    }

    private static Batch Drawn(int rows, int columns)
    {
        using torch.Generator chance = new((ulong)rows);
        return new(
            torch.randn(rows, columns, torch.ScalarType.Float64, generator: chance),
            torch.rand(rows, torch.ScalarType.Float64, generator: chance).round());
    }
}
