using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Principal components beside scikit-learn's in one run: the same rows, equal threads; the value is the variance kept.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables pca</c>; needs a Python with scikit-learn.
/// </summary>
internal static class PcaComparison
{
    private const int Turns = 3;

    private static readonly int[] Kept = [784, 10];

    public static void Print(string python)
    {
        using Tensor X = Rows(20_000, 784);
        PrincipalComponents.Fit(X.narrow(0, 0, 2000));
        foreach (int threads in new[] { 1, Environment.ProcessorCount })
        {
            foreach (int k in Kept)
            {
                new SideBySide(python, "pca.py", Turns).Print(
                    $"PCA {X.size(0):N0} × {X.size(1)}, {k} components", X, threads, $"{k}",
                    [
                        ($"MlMaths.Torch {PcaMethod.Covariance}", () => Variance(X, k, PcaMethod.Covariance)),
                        .. k == X.size(1) ? Accurate(X, k) : [],
                    ]);
            }
        }
    }

    /// <summary>Rows about twenty strong directions, drawn by libtorch.</summary>
    public static Tensor Rows(int rows, int columns)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using torch.Generator chance = new(0);
        Tensor scores = torch.randn(rows, 20, torch.ScalarType.Float64, generator: chance),
            axes = torch.randn(20, columns, torch.ScalarType.Float64, generator: chance);
        return scores.mm(axes).add_(torch.randn(rows, columns, torch.ScalarType.Float64, generator: chance)).add_(3)
            .MoveToOuterDisposeScope();
    }

    private static (string, Func<double>)[] Accurate(Tensor X, int k) =>
        [($"MlMaths.Torch {PcaMethod.Svd}", () => Variance(X, k, PcaMethod.Svd))];

    private static double Variance(Tensor X, int k, PcaMethod method) => PrincipalComponents.Fit(X, k, method).ExplainedVariance.Sum();
}
