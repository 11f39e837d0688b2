using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>Every metric of predictions that were made anywhere.</summary>
internal sealed class MetricsProject : IAnswersAsJson<ScoresOptions>
{
    public string Name => "metrics";

    public string Verb => "metrics";

    public bool ReadsData => false;

    public string Title => "Every metric, for predictions from any program";

    public TableScale? Scale { get; } =
        new(MaxRows: 10_000_000, MeasuredRows: 5_000_000, Seconds: 4, Gigabytes: 0.5) { MeasuredColumns = 2 };

    public string Description =>
        "Reads labels and scores from a CSV file, whichever program wrote them, and says how good they are: "
        + "each metric with its interval and meaning, curves, and calibration.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("--scores predictions.csv --target label --score probability", "two classes; 1, true or yes is positive"),
        new("--scores predictions.csv --target kind --score score --positive fraud --threshold 0.05",
            "a threshold of your own, chosen on other rows"),
        new("--scores iris.csv --target species --score p_setosa,p_versicolor,p_virginica",
            "several classes, one column of probabilities for each"),
        new("--scores scores.csv --score p --labels truth.csv --key id --target label", "labels that stand in a file of their own"),
        new("--scores predictions.csv --target label --score probability --only split=test --json",
            "numbers for a program, test rows alone"),
    ];

    public IReadOnlyList<ProjectOption> Options => ScoresOptions.All;

    public ScoresOptions Checked(ParsedOptions parsed) => ScoresOptions.Checked(parsed);

    public PreparedRun Prepare(ScoresOptions options, RunContext context)
    {
        ScoreTable table = context.Stage("Reading scores", 1, stage => ScoreFile.Read(options.File, options.Columns, stage.AdvanceTo));
        if (options.Columns.Scores.Count > 1 && !IsOfTwo(table))
        {
            ClassScores classes = context.Stage("Measuring", () => ClassScores.Of(table, options));
            return new(Description(table, null), "cpu", _ => ClassScoresReport.Of(classes));
        }

        BinaryScores scores = context.Stage("Measuring", () => Binary(table, options));
        scores = scores with { Turned = ScoreRemarks.Turned(scores, context.CommandWith) };
        return new(Description(table, scores.Positive), "cpu", _ => BinaryScoresReport.Of(scores));

        static DataDescription Description(ScoreTable table, string? positive) =>
            new(table.Name, table.Rows, table.Scores.Count, table.Columns.Target, positive, table.Provenance.Sha256);
    }

    public Measurements Measure(ScoresOptions options)
    {
        ScoreTable table = ScoreFile.Read(options.File, options.Columns);
        return options.Columns.Scores.Count > 1 && !IsOfTwo(table)
            ? ScoresMeasurements.Of(ClassScores.Of(table, options))
            : ScoresMeasurements.Of(Binary(table, options));
    }

    // A column for each of two labels: one of them says all.
    private static bool IsOfTwo(ScoreTable table) => table is { Columns.Scores.Count: 2, Labels.Count: 2 };

    private static BinaryScores Binary(ScoreTable table, ScoresOptions options) => IsOfTwo(table)
        ? ClassScores.OfTwo(table, options)
        : BinaryScores.Of(table, options.Columns.Scores[0], table.Scores[0], options);
}
