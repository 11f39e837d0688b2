using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>
/// A table of rates that were measured once, where the truth is known, and travel inside the assembly: a header, then one rate a
/// line, in cells that hold no comma.
/// </summary>
/// <param name="resource">The name of the table in the assembly.</param>
/// <param name="header">Its first line.</param>
/// <param name="write">The cells of a rate, with commas between them.</param>
/// <param name="read">A rate from its cells.</param>
internal sealed class MeasuredRates<T>(
    string resource, string header, Func<T, string> write, Func<RateCells, T> read)
{
    /// <summary>All that the assembly holds, in the order measured; read once.</summary>
    public IReadOnlyList<T> All => field ??= Embedded();

    /// <summary>The lines of a file, the header first.</summary>
    public IReadOnlyList<string> Lines(IEnumerable<T> measured) =>
        [header, .. measured.Select(write)];

    /// <summary>The rates of such lines.</summary>
    public IReadOnlyList<T> Parse(IEnumerable<string> lines) =>
        [.. lines.Skip(1).Select(line => read(new RateCells(line.Split(','))))];

    private IReadOnlyList<T> Embedded()
    {
        using Stream stream = typeof(RateCells).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The table {resource} is not part of this build.");
        using StreamReader reader = new(stream);
        return Parse(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}

/// <summary>The cells of one line.</summary>
internal sealed class RateCells(string[] cells)
{
    public string Text(int cell) => cells[cell];

    public int Whole(int cell) => int.Parse(cells[cell], CultureInfo.InvariantCulture);

    public double Number(int cell) => double.Parse(cells[cell], CultureInfo.InvariantCulture);
}
