using System.Globalization;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>All 569 rows, standardised with the population deviation, malignant = 1: what the reference values were made on.</summary>
internal sealed class BreastCancer : IDisposable
{
    public BreastCancer()
    {
        string[][] cells = [.. File.ReadLines(Path.Combine(Repository.Folder, "shared", "data", "breast_cancer.csv"))
            .Skip(1).Select(line => line.Split(','))];
        double[,] raw = new double[cells.Length, 30];
        for (int i = 0; i < cells.Length; i++)
        {
            for (int j = 0; j < 30; j++)
                raw[i, j] = double.Parse(cells[i][j], CultureInfo.InvariantCulture);
        }

        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = torch.tensor(raw);
        Tensor mean = X.mean([0L]), deviation = X.std([0L], unbiased: false);
        Whole = new Batch(
            ((X - mean) / deviation).DetachFromDisposeScope(),
            torch.tensor([.. cells.Select(row => row[30] == "malignant" ? 1.0 : 0.0)]).DetachFromDisposeScope());
    }

    public Batch Whole { get; }

    public Batches FullBatch => new(Whole.X, Whole.y, Whole.Rows, seed: 0);

    public Batches MiniBatches(int size, int seed) => new(Whole.X.clone(), Whole.y.clone(), size, seed);

    public static LogisticModel NewModel() => new(30, torch.CPU);

    public void Dispose()
    {
        Whole.X.Dispose();
        Whole.y.Dispose();
    }
}
