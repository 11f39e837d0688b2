using System.Runtime.InteropServices;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Benchmarks;

/// <summary>What is fitted to a whole table: logistic regression, principal components, k-means.</summary>
internal static class FitPeers
{
    private const double Penalty = 0.01, Slope = 1e-7;

    public static IEnumerable<PeerCase> All =>
    [
        Logistic("569 × 30", 0.6, "newton-cholesky", CancerRows),
        Logistic("100,000 × 50", 0.5, "newton-cholesky", () => Drawn(100_000, 50)),
        Logistic("100,000 × 50", 0.5, "lbfgs", () => Drawn(100_000, 50)),
        Logistic("1,000,000 × 20", 0.2, "lbfgs", () => Drawn(1_000_000, 20)),
        Components(100_000, 100, "svd", 0.04), Components(100_000, 100, "eigh", 1.2),
        Components(20_000, 784, "svd", 0.13), Components(20_000, 784, "eigh", 1.0),
        Clusters(1_797, 64, 10, 0.35), Clusters(100_000, 50, 20, 0.25),
    ];

    private static PeerCase Logistic(string size, double wanted, string solver, Func<Batch> rows) => new(
        $"logistic regression to a gradient of 1e-7, {size}, {solver}", wanted, place =>
        {
            Batch both = rows();
            string file = place.Path("rows.bin");
            Write(file, both.X, both.y);
            return PeerWork.Beside(
                place, "logistic.py", [file, both.X.size(0), both.X.size(1), solver, Penalty, Slope], () => Loss(both), 1e-9,
                () => Spent.By(() => Fit(both).Dispose())).Then(() => { both.X.Dispose(); both.y.Dispose(); });
        });

    private static LogisticModel Fit(Batch rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        LogisticModel model = new((int)rows.X.size(1), torch.CPU);
        LogisticFit.ToOptimum(model, rows, Penalty, tolerance: Slope);
        return model;
    }

    private static double Loss(Batch rows)
    {
        using LogisticModel model = Fit(rows);
        return new HandDerivedLogistic(model, Penalty).Loss(rows);
    }

    private static Batch CancerRows()
    {
        Dataset dataset = DatasetCatalogue.Load("breast_cancer");
        TrainingPart all = DataSplit.None(dataset).Training;
        return new(StandardScaler.Fit(all).Transform(all).X(), BinaryTarget.From(dataset).Y());
    }

    private static Batch Drawn(int rows, int columns)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using torch.Generator chance = new(0);
        Tensor X = torch.randn(rows, columns, torch.ScalarType.Float64, generator: chance),
            w = torch.randn(columns, torch.ScalarType.Float64, generator: chance).div_(Math.Sqrt(columns)).mul_(2);
        Tensor y = torch.rand(rows, torch.ScalarType.Float64, generator: chance).lt(X.mv(w).sub_(1).sigmoid_())
            .to(torch.ScalarType.Float64);
        return new(X.MoveToOuterDisposeScope(), y.MoveToOuterDisposeScope());
    }

    private static PeerCase Components(int rows, int columns, string way, double wanted) => new(
        $"principal components, {rows:N0} × {columns}, {(way == "svd" ? "full SVD" : "XᵀX of a centred copy")}", wanted, place =>
        {
            Tensor X = Directions(rows, columns);
            string file = place.Path("rows.bin");
            Write(file, X);
            return PeerWork.Beside(
                place, "pca.py", [file, rows, columns, way], () => PrincipalComponents.Fit(X).ExplainedVariance.Take(10).Sum(), 1e-9,
                () => Spent.By(() => PrincipalComponents.Fit(X))).Then(X.Dispose);
        });

    private static PeerCase Clusters(int rows, int columns, int k, double wanted) => new(
        $"k-means, {rows:N0} × {columns}, k = {k}, ten starts", wanted, place =>
        {
            Tensor X = rows < 10_000 ? TensorCopy.Of<double>(Digits(), [rows, columns]) : KMeansRows.Blobs(rows, columns, k, seed: 0);
            string file = place.Path("rows.bin");
            Write(file, X);
            PeerWork work = PeerWork.Beside(
                place, "kmeans.py", [file, rows, columns, k], () => KMeans.Fit(X, k, seed: 0).Inertia, 0.01,
                () => Spent.By(() => KMeans.Fit(X, k, seed: 0)));
            return (work with { Agreement = work.Agreement!.Value with { IsLeast = true } }).Then(X.Dispose);
        });

    private static double[] Digits()
    {
        using Tensor X = DatasetCatalogue.Load("digits").X();
        return X.data<double>().ToArray();
    }

    /// <summary>Rows about twenty strong directions, drawn by libtorch.</summary>
    public static Tensor Directions(int rows, int columns)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using torch.Generator chance = new(0);
        Tensor scores = torch.randn(rows, 20, torch.ScalarType.Float64, generator: chance),
            axes = torch.randn(20, columns, torch.ScalarType.Float64, generator: chance);
        return scores.mm(axes).add_(torch.randn(rows, columns, torch.ScalarType.Float64, generator: chance)).add_(3)
            .MoveToOuterDisposeScope();
    }

    private static void Write(string file, params Tensor[] tensors)
    {
        using FileStream stream = File.Create(file);
        foreach (Tensor tensor in tensors)
            stream.Write(MemoryMarshal.AsBytes<double>(tensor.data<double>().ToArray()));
    }
}
