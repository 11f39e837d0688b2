namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>Curves as a line of blocks each, for a terminal.</summary>
internal static class CurveText
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const int Widest = 48;
    private const double Decades = 30;

    /// <summary>A row for each curve that has readings: its name, the first reading, blocks, the last; all on one scale.</summary>
    /// <param name="curves">Names and readings; × stands for one that is no finite number.</param>
    /// <param name="isLogarithmic">Equal factors as equal heights.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(
        IReadOnlyList<(string Name, IReadOnlyList<double> Values)> curves, bool isLogarithmic)
    {
        double[] all = [.. curves.SelectMany(curve => curve.Values).Where(double.IsFinite)];
        double least = Height(all.DefaultIfEmpty().Min()), most = Height(all.DefaultIfEmpty().Max());
        return
        [
            .. curves.Where(curve => curve.Values.Count > 0).Select(curve => (IReadOnlyList<string>)
                [curve.Name, Shown(curve.Values[0]), string.Concat(Thinned(curve.Values).Select(Block)), Shown(curve.Values[^1])]),
        ];

        double Height(double value) => isLogarithmic ? Math.Log10(Math.Max(value, Math.Pow(10, -Decades))) : value;

        char Block(double value) => !double.IsFinite(value) ? '×'
            : most > least ? Blocks[(int)Math.Round((Height(value) - least) / (most - least) * (Blocks.Length - 1))]
            : Blocks[0];
    }

    // At even distances, with the first and the last.
    private static IEnumerable<double> Thinned(IReadOnlyList<double> values) => values.Count <= Widest
        ? values
        : Enumerable.Range(0, Widest).Select(place => values[(int)((long)place * (values.Count - 1) / (Widest - 1))]);

    private static string Shown(double value) => double.IsFinite(value) ? NumberText.Brief(value) : "not a number";
}
