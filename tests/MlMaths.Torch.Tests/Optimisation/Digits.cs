using System.Globalization;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>The first rows of the digits, divided by 16.</summary>
internal sealed class Digits : IDisposable
{
    public Digits(int rows = 640, torch.ScalarType type = torch.ScalarType.Float64)
    {
        double[][] cells = [.. File.ReadLines(Path.Combine(Repository.Folder, "shared", "data", "digits.csv")).Skip(1).Take(rows)
            .Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        using DisposeScope scope = torch.NewDisposeScope();
        Whole = new Batch(
            torch.tensor(
                [.. cells.SelectMany(row => row.Take(64).Select(pixel => pixel / 16))], [rows, 64], dtype: type)
                .DetachFromDisposeScope(),
            torch.tensor([.. cells.Select(row => (long)row[64])]).DetachFromDisposeScope());
    }

    public Batch Whole { get; }

    public Batches InBatches(int size, int seed = 0) => new(Whole.X.clone(), Whole.y.clone(), size, seed);

    public void Dispose()
    {
        Whole.X.Dispose();
        Whole.y.Dispose();
    }
}
