using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>On many rows another way leads to the optimum that Newton's method finds.</summary>
public sealed class LogisticOptimumTests
{
    [Theory]
    [InlineData(30_000, 7, 0.01, 1, 0)]
    [InlineData(30_000, 7, 1e-6, 8, 0)]
    [InlineData(30_000, 7, 0.01, 1, -4)] // a rare class: too few positives in the part
    [InlineData(3_000, 7, 0.01, 1, 0)]   // too few rows
    [InlineData(30_000, 7, 0, 1, 0)]     // no penalty
    public void The_optimum_is_newtons(int rows, int columns, double λ, double ω, double bias)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using torch.Generator chance = new(3);
        Tensor X = torch.randn(rows, columns, torch.ScalarType.Float64, generator: chance);
        X.select(1, 0).mul_(20).add_(5); // another scale, and off centre
        Tensor w = torch.randn(columns, torch.ScalarType.Float64, generator: chance);
        Tensor z = X.mv(w).sub_(X.select(1, 0) * w[0]).add_(bias);
        Batch batch = new(X, torch.rand(rows, torch.ScalarType.Float64, generator: chance).lt(z.sigmoid()).to(torch.ScalarType.Float64));

        double[] newton = Fitted(model => LogisticFit.ByNewton(model, batch, λ, tolerance: 1e-9, ω: ω));
        double[] optimum = Fitted(model => LogisticFit.ToOptimum(model, batch, λ, tolerance: 1e-9, ω: ω));
        Assert.All(newton.Zip(optimum), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        Assert.Equal(optimum, Fitted(model => LogisticFit.ToOptimum(model, batch, λ, tolerance: 1e-9, ω: ω)));

        double[] Fitted(Action<LogisticModel> fit)
        {
            using LogisticModel model = new(columns, torch.CPU);
            fit(model);
            return model.Parameters.ToArray();
        }
    }
}
