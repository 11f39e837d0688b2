using MlMaths.Torch.Data;

namespace MlMaths.Torch.Doctor;

/// <summary>Losses of a training, as somebody's log has them.</summary>
public sealed class TrainingLog
{
    /// <summary>Readings from which a curve is judged.</summary>
    internal const int FewestReadings = 8;

    private const long MostSteps = 1L << 53;

    // What a run of many trainings calls the one whose net it hands out.
    private const string Final = "final";

    private static readonly string[] Words = ["epoch", "step", "row"];

    private const string HowALogLooks =
        "A log has a row for each step or epoch, with its loss: epoch,loss,val_loss and below it 1,0.69,0.70 and so on";

    private TrainingLog(LogTable table, LogSeries? training, LogSeries? validation)
    {
        (Training, string note) = Curve(training);
        (Validation, string other) = Curve(validation);
        StepName = table.StepName;
        string rows = training is null ? ", no training loss"
            : $", training loss from {Quoted.Value(training.Name)} ({Counted.Of(Training!.Losses.Count, "reading")})";
        string others = validation is null ? ", no validation loss"
            : $", validation loss from {Quoted.Value(validation.Name)} ({Counted.Of(Validation!.Losses.Count, "reading")})";
        string run = (training ?? validation)!.Run is { Length: > 0 } named ? $"run {Quoted.Value(named)}, " : "";
        string[] notes = [.. table.Notes, .. new[] { note, other }.Where(one => one.Length > 0).Distinct()];
        ReadAs = string.Join(' ', [$"Read as {table.Kind}: {run}steps from {Quoted.Value(table.StepName)}{rows}{others}.", .. notes]);
    }

    /// <summary>What it was taken for, in a sentence or two.</summary>
    public string ReadAs { get; }

    /// <summary>The loss on rows that are learnt; null where the log has none.</summary>
    internal LogCurve? Training { get; }

    /// <summary>The loss on other rows; null where the log has none.</summary>
    internal LogCurve? Validation { get; }

    /// <summary>What steps are called.</summary>
    internal string StepName { get; }

    /// <summary>A place in words: <c>at step 300</c>, <c>in epoch 7</c>.</summary>
    internal string At(double step) => $"{(StepWord is "epoch" or "row" ? "in" : "at")} {Place(step)}";

    /// <summary>The same without its preposition.</summary>
    internal string Place(double step) => step == Math.Floor(step) && Math.Abs(step) < MostSteps
        ? $"{StepWord} {NumberText.Count((long)step)}"
        : $"{StepWord} {NumberText.Brief(step)}";

    private string StepWord => Words.FirstOrDefault(word => StepName.Contains(word, StringComparison.OrdinalIgnoreCase))
        ?? Quoted.Value(StepName);

    /// <summary>Whether a path is that of a log, and not of a spec: a folder, or a file that does not begin as JSON does.</summary>
    public static bool Is(string path)
    {
        if (Directory.Exists(path)) return true;
        if (!File.Exists(path)) return !path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        try
        {
            return !BeginsAsJson(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false; // reading it as a spec says what is wrong
        }
    }

    /// <summary>Reads a log.</summary>
    /// <param name="path">A CSV, an event file of TensorBoard, or a folder with one.</param>
    /// <param name="names">Which column is what, where it was said.</param>
    /// <exception cref="UserMistakeException">It is no log, or several things might be meant.</exception>
    public static TrainingLog Read(string path, LogNames names)
    {
        var table = LogTable.Read(path, names.Step);
        LogSeries[] series = [.. OfRun(table, names.Run)];
        LogSeries? training = names.Loss is { } loss
            ? Named("--loss", loss)
            : Likely(LossOf(isValidation: false), LossNames.Distance, "--loss");
        LogSeries? validation = names.Validation is { } other
            ? Named("--validation", other)
            : Likely(
                LossOf(isValidation: true).Where(one => one != training),
                name => training is null ? LossNames.Distance(name) : LossNames.Distance(name, training.Name), "--validation");
        if (training is null && validation is null)
        {
            throw new UserMistakeException(
                $"{table.Shown} is no log of a training, as far as its columns say: {Quoted.List([.. series.Select(one => one.Name)])}. "
                + $"{HowALogLooks}; another name is told by --loss NAME.");
        }

        return new(table, training, validation);

        LogSeries Named(string option, string typed)
        {
            string name = LogNames.Named(option, typed, [.. series.Select(one => one.Name)], table.Shown);
            return series.First(one => one.Name == name);
        }

        IEnumerable<LogSeries> LossOf(bool isValidation)
        {
            if (table.IsPlain) return isValidation ? [] : series;
            LogSeries[] losses = [.. series.Where(one => LossNames.IsLoss(one.Name))];
            return (losses.Length > 0 ? losses : series.Where(one => LossNames.IsError(one.Name)))
                .Where(one => LossNames.IsOfValidation(one.Name) == isValidation);
        }

        LogSeries? Likely(IEnumerable<LogSeries> candidates, Func<string, int> distance, string option)
        {
            LogSeries[] all = [.. candidates];
            LogSeries[] enough = [.. all.Where(one => one.Points.Count >= FewestReadings)];
            if (enough.Length == 0) enough = all;
            int least = enough.Select(one => distance(one.Name)).DefaultIfEmpty().Min();
            LogSeries[] nearest = [.. enough.Where(one => distance(one.Name) == least)];
            return nearest.Length <= 1 ? nearest.FirstOrDefault() : throw new UserMistakeException(
                $"{table.Shown} has several losses that might be meant, {Quoted.List([.. nearest.Select(one => one.Name)], 12)}: name one "
                + $"with {option} NAME.");
        }
    }

    private static IEnumerable<LogSeries> OfRun(LogTable table, string? run)
    {
        string[] runs = [.. table.Series.Where(one => LossNames.IsLoss(one.Name)).Select(one => one.Run).Distinct()];
        if ((run ?? runs.FirstOrDefault(one => one == Final)) is { } asked)
        {
            string named = LogNames.Named("--run", asked, runs, table.Shown);
            return table.Series.Where(one => one.Run == named);
        }

        return runs.Length <= 1 ? table.Series.Where(one => runs.Length == 0 || one.Run == runs[0]) : throw new UserMistakeException(
            $"{table.Shown} has {NumberText.Count(runs.Length)} runs, {Quoted.List(runs, 12)}: name one with --run NAME.");
    }

    private static (LogCurve? Curve, string Note) Curve(LogSeries? series)
    {
        if (series is null) return (null, "");
        (IReadOnlyList<LogPoint> points, string note) = LogSteps.InOrder(series.Points);
        return (new LogCurve(series.Name, [.. points.Select(point => point.Step)], [.. points.Select(point => point.Value)]), note);
    }

    private static bool BeginsAsJson(string path)
    {
        using FileStream stream = File.OpenRead(path);
        for (int one = stream.ReadByte(); one >= 0; one = stream.ReadByte())
        {
            if (one is '{' or '/' or '[') return true;
            if (!char.IsWhiteSpace((char)one) && one is not (0xEF or 0xBB or 0xBF)) return false;
        }

        return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
    }
}
