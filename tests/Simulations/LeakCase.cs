using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>A kind of table whose leak is known, or which has none.</summary>
/// <param name="Name">In a table's row.</param>
/// <param name="Wanted">What should be said: found, a hint, or nothing.</param>
/// <param name="Draw">Adds columns, and gives the labels.</param>
public sealed record LeakCase(string Name, LeakageStatus Wanted, Func<TableSketch, IReadOnlyList<string>> Draw)
{
    /// <summary>A table; the same name, rows and seed give the same one.</summary>
    public Dataset Table(int rows, int seed)
    {
        int mixed = seed;
        foreach (char letter in Name)
            mixed = unchecked((mixed ^ letter) * 16_777_619);
        var sketch = new TableSketch(rows, Seeds.Generator(mixed, DrawnFor.Worlds, rows));
        return sketch.Table(Draw(sketch));
    }

    /// <summary>What is said about a table: the strongest of all findings.</summary>
    public static LeakageStatus Said(Dataset table) =>
        TargetLeaks.In(table) is [var first, ..] ? first.Status : LeakageStatus.Passed;
}
