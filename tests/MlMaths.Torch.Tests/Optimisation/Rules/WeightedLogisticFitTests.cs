using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

public sealed class WeightedLogisticFitTests
{
    [Fact]
    public void A_positive_that_counts_three_times_is_three_copies_of_it()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        (double[,] X, double[] y) = Rows();
        int[] copies = [.. Enumerable.Range(0, y.Length).SelectMany(row => Enumerable.Repeat(row, y[row] == 1 ? 3 : 1))];
        const double λ = 0.02;

        double[] weighted = Fitted(X, y, λ, ω: 3);
        double[,] copied = new double[copies.Length, 2];
        for (int i = 0; i < copies.Length; i++)
            (copied[i, 0], copied[i, 1]) = (X[copies[i], 0], X[copies[i], 1]);
        double[] repeated = Fitted(copied, [.. copies.Select(row => y[row])], λ * y.Length / copies.Length, ω: 1);

        Assert.All(weighted.Zip(repeated), pair => Assert.Equal(pair.Second, pair.First, 1e-8));
    }

    /// <summary>A bootstrap fits hundreds of times: rows that stayed took 10 GB of two million.</summary>
    [Fact]
    public void Rows_drawn_for_one_fit_go_with_the_scope_that_drew_them_and_no_sooner()
    {
        using var model = new LogisticModel(2, torch.CPU);
        Tensor X, y;
        using (torch.NewDisposeScope())
        {
            (double[,] rows, double[] targets) = Rows();
            (X, y) = (torch.tensor(rows), torch.tensor(targets));
            LogisticFit.ByNewton(model, new Batch(X, y), 0.1);
            Assert.False(X.IsInvalid || y.IsInvalid);
        }

        Assert.True(X.IsInvalid && y.IsInvalid);
    }

    [Fact]
    public void Its_gradient_is_that_of_autograd_with_a_positive_weight()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        (double[,] X, double[] y) = Rows();
        using var model = new LogisticModel(2, torch.CPU);
        model.Parameters.Set([0.4, -0.7, 0.2]);
        var batch = new Batch(torch.tensor(X), torch.tensor(y));
        const double λ = 0.1, ω = 4.5;
        double byHand = new HandDerivedLogistic(model, λ, ω).Differentiate(batch);
        double[] gradient = model.Parameters.GradientToArray();

        Tensor positive = torch.tensor([ω], dtype: torch.ScalarType.Float64);
        var autograd = new Autograd(model.Parameters, rows =>
            torch.nn.functional.binary_cross_entropy_with_logits(model.Forward(rows.X), rows.y, pos_weights: positive)
            + λ / 2 * model.Weights.dot(model.Weights));
        Assert.Equal(autograd.Differentiate(batch), byHand, 1e-12);
        Assert.All(model.Parameters.GradientToArray().Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    private static double[] Fitted(double[,] X, double[] y, double λ, double ω)
    {
        using var model = new LogisticModel(2, torch.CPU);
        LogisticFit.ByNewton(model, new Batch(torch.tensor(X), torch.tensor(y)), λ, ω: ω);
        return model.Parameters.ToArray();
    }

    private static (double[,] X, double[] Y) Rows()
    {
        var random = new Random(4);
        double[,] X = new double[60, 2];
        double[] y = new double[60];
        for (int row = 0; row < 60; row++)
            (X[row, 0], X[row, 1], y[row]) = (random.NextDouble() + row % 3 * 0.3, random.NextDouble(), row % 4 == 0 ? 1 : 0);
        return (X, y);
    }
}
