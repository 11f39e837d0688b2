using System.Globalization;

namespace MlMaths.Torch.Benchmarks;

/// <summary>Two runs of the same command, cell by cell.</summary>
/// <param name="Cells">Cells that do not hold the same text.</param>
/// <param name="Largest">The largest |a − b| / max(1, |a|, |b|) of two numbers that differ.</param>
/// <param name="Where">Where it stands.</param>
/// <param name="Decision">The first decision that differs: a word, a whole number, or what is there at all; null for
/// none.</param>
internal sealed record RunDifference(int Cells, double Largest, string Where, string? Decision)
{
    public bool IsNone => Cells == 0;

    public static RunDifference Between(RunNumbers first, RunNumbers second)
    {
        (int one, int two) = (first.Cells.Count, second.Cells.Count);
        if (one != two)
            return new(Math.Abs(one - two), double.NaN, "", $"{one} cells, {two} cells");

        int cells = 0;
        (double largest, string where, string? decision) = (0, "", null);
        foreach (((string place, string a), (string other, string b)) in first.Cells.Zip(second.Cells))
        {
            if (a == b && place == other)
                continue;
            cells++;
            if (place == other && Number(a) is { } x && Number(b) is { } y)
            {
                double difference = Math.Abs(x - y) / Math.Max(1, Math.Max(Math.Abs(x), Math.Abs(y)));
                if (difference > largest)
                    (largest, where) = (difference, place);
            }
            else
            {
                decision ??= $"{place}: {a}, {b}";
            }
        }

        return new(cells, largest, where, decision);
    }

    /// <summary>A number that was measured; whole numbers are counts and choices, and those are decisions.</summary>
    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && !long.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? number
            : null;
}
