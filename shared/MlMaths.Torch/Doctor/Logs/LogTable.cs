using MlMaths.Torch.Data;

namespace MlMaths.Torch.Doctor;

/// <summary>All that a log says, before anybody has asked which of it is a loss.</summary>
/// <param name="Shown">How a sentence calls it.</param>
/// <param name="Kind">What it was read as.</param>
/// <param name="StepName">Where steps come from.</param>
/// <param name="Series">Quantities, each of one run.</param>
/// <param name="Notes">What was left out, in sentences.</param>
internal sealed record LogTable(
    string Shown, string Kind, string StepName, IReadOnlyList<LogSeries> Series, IReadOnlyList<string> Notes)
{
    private const int RunAt = 0, StepAt = 1, SplitAt = 3, QuantityAt = 4, ValueAt = 5;

    private const string CutOff = "Its end is cut off, as of a training that was killed; what is whole was read.";

    private static readonly string[] Own = ["run", "step", "epoch", "split", "quantity", "value"];

    private static readonly string[] Steps =
        ["step", "global_step", "steps", "iteration", "iter", "iterations", "update", "batch", "epoch", "epochs"];

    private static readonly HashSet<string> Parts = new(StringComparer.OrdinalIgnoreCase)
        { "train", "training", "val", "valid", "validation", "eval", "test" };

    /// <summary>Reads a file or a folder.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="step">The column of steps; null: found by its name.</param>
    /// <exception cref="UserMistakeException">It cannot be read.</exception>
    public static LogTable Read(string path, string? step)
    {
        string shown = Quoted.Path(path);
        try
        {
            if (!Directory.Exists(path)) return OfFile(path, step);
            (string? table, IReadOnlyList<(string, string)> events) = LogFolder.In(path);
            return table is null ? OfEvents(shown, events, step) : OfFile(table, step);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{shown} cannot be read ({cause.Message.TrimEnd('.')}): check its permissions.", cause);
        }
    }

    private static LogTable OfFile(string file, string? step)
    {
        string shown = Quoted.Path(file);
        if (File.Exists(file) && (EventFile.Begins(file) || Path.GetFileName(file).Contains("tfevents", StringComparison.Ordinal)))
            return OfEvents(shown, [("", file)], step);
        var cells = LogCells.Read(file);
        string[] notes = cells.IsCutOff ? [CutOff] : [];
        return cells.Names.SequenceEqual(Own)
            ? new(shown, "a history of this suite", "step", OfHistory(cells), notes)
            : OfColumns(shown, cells, step, notes);
    }

    private static LogTable OfColumns(string shown, LogCells cells, string? asked, string[] notes)
    {
        string? step = StepOf(shown, cells, asked);
        int at = step is null ? -1 : cells.Names.ToList().IndexOf(step);
        Dictionary<int, double> steps = step is null ? [] : cells.Numbers(at).ToDictionary(one => one.Row, one => one.Value);
        LogSeries[] series =
        [
            .. cells.Names.Index().Where(name => name.Index != at && cells.IsNumeric(name.Index))
                .Select(name => new LogSeries("", name.Item, [.. cells.Numbers(name.Index).Select(Point)])),
        ];
        LogPoint Point((int Row, double Value) one) => new(
            step is null ? one.Row + 1 : steps.TryGetValue(one.Row, out double where) ? where : double.NaN, one.Value);

        bool isSparse = series.Any(one => one.Points.Count > 0 && one.Points.Count < cells.Rows / 2);
        return new(shown, isSparse ? "a CSV log with blanks, as Lightning writes it" : "a CSV log", step ?? "row", series, notes)
        {
            IsPlain = !cells.HasHeader && series.Length == 1,
        };
    }

    /// <summary>Whether it has steps and one column besides, and no names: that column is the loss.</summary>
    public bool IsPlain { get; private init; }

    private static string? StepOf(string shown, LogCells cells, string? asked)
    {
        if (asked is not null) return LogNames.Named("--step", asked, cells.Names, shown);
        if (!cells.HasHeader) return cells.Names.Count == 2 ? cells.Names[0] : null;
        return Steps.Select(step => cells.Names.FirstOrDefault(name => IsStep(name, step))).FirstOrDefault(name => name is not null);
    }

    private static bool IsStep(string name, string step) =>
        name[(name.LastIndexOf('/') + 1)..].Replace(' ', '_').Equals(step, StringComparison.OrdinalIgnoreCase);

    private static LogSeries[] OfHistory(LogCells cells)
    {
        Dictionary<int, double> steps = cells.Numbers(StepAt).ToDictionary(one => one.Row, one => one.Value);
        return
        [
            .. cells.Numbers(ValueAt)
                .GroupBy(one => (
                    Run: cells.Text(one.Row, RunAt), Split: cells.Text(one.Row, SplitAt), Quantity: cells.Text(one.Row, QuantityAt)))
                .Select(one => new LogSeries(
                    one.Key.Run, one.Key.Split.Length > 0 ? $"{one.Key.Split}/{one.Key.Quantity}" : one.Key.Quantity,
                    [.. one.Select(point => new LogPoint(steps.GetValueOrDefault(point.Row, double.NaN), point.Value))])),
        ];
    }

    private static LogTable OfEvents(string shown, IReadOnlyList<(string Run, string File)> files, string? step)
    {
        if (step is not null)
        {
            throw new UserMistakeException(
                $"--step names a column, and {shown} is a log of TensorBoard, which has its own steps: leave it out.");
        }

        (string Run, EventFile Events)[] read = [.. files.Select(one => (one.Run, EventFile.Read(one.File)))];
        // Keras writes a folder for each part of the rows: they are one run.
        var series = read.SelectMany(one => one.Events.Series.Select(tag => (one.Run, Tag: tag.Key, Points: tag.Value)))
            .Select(one => Parts.Contains(Path.GetFileName(one.Run))
                ? (Run: Path.GetDirectoryName(one.Run)!.Replace('\\', '/'), Tag: $"{Path.GetFileName(one.Run)}/{one.Tag}", one.Points)
                : one)
            .GroupBy(one => (one.Run, one.Tag))
            .Select(one => new LogSeries(one.Key.Run, one.Key.Tag, [.. one.SelectMany(part => part.Points)]));
        return new(
            shown, files.Count == 1 ? "an event file of TensorBoard" : $"{files.Count} event files of TensorBoard", "step", [.. series],
            read.Any(one => one.Events.IsCutOff) ? [CutOff] : []);
    }
}
