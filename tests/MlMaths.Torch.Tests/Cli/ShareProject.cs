using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;
using ScottPlot;

namespace MlMaths.Torch.Tests.Cli;

/// <summary>How a <see cref="ShareProject"/> is asked to end.</summary>
internal enum Ending
{
    Done,
    CrashBefore,
    CrashAfter,
    LateMistake,
    WaitForever,
}

internal sealed record ShareOptions(string? Positive, double Weight, Ending Ending, int Wait);

/// <summary>A whole project in small: how often does the target have its positive value?</summary>
internal sealed class ShareProject : IProject<ShareOptions>
{
    private static readonly ProjectOption<double> Weight = ProjectOption.Number("--weight", 1, "What a row counts.", from: 0, to: 10);
    private static readonly ProjectOption<Ending> End = ProjectOption.Choice("--ending", Ending.Done, "How the run ends.");
    private static readonly ProjectOption<double?> Floor =
        ProjectOption.OptionalNumber("--floor", "chosen", "Least share.", example: 0.1, from: 0);
    private static readonly ProjectOption<int> Wait = ProjectOption.WholeNumber("--wait-seconds", 0, "Pretended work.", to: 60);

    public string Name => "share";

    public string Verb => "share";

    public string Title => "How many are positive?";

    public TableScale? Scale { get; } = new(MaxRows: 200_000, MeasuredRows: 1_000_000, Seconds: 100, Gigabytes: 1.46);

    public string Description => "Counts the rows of one class, and says how sure the count is.";

    public IReadOnlyList<CommandExample> Examples { get; } = [new("--weight 2", "Rows that count twice")];

    public IReadOnlyList<ProjectOption> Options { get; } = [Weight, End, Floor, Wait];

    /// <summary>What passes while the project pretends to work.</summary>
    public Action<TimeSpan> Sleep { get; init; } = _ => { };

    public Action Started { get; init; } = () => { };

    /// <summary>Pages besides the report.</summary>
    public IReadOnlyList<ResultPage> Pages { get; init; } = [];

    public ShareOptions Checked(ParsedOptions parsed) => new(
        parsed.Common.Positive, parsed.Of(Weight), parsed.Of(End), parsed.Of(Wait));

    public PreparedRun Prepare(ShareOptions options, RunContext context)
    {
        Dataset data = context.ReadData("iris");
        string positive = options.Positive ?? data.Labels[0];
        if (options.Ending == Ending.CrashBefore)
            throw new InvalidOperationException("it broke early");

        return new(DataDescription.Of(data, positive), "cpu", run => Work(options, data, positive, run));
    }

    private ProjectResult Work(ShareOptions options, Dataset data, string positive, BegunRun run)
    {
        Started();
        Behave(options, run);
        return Result(data, positive, options.Weight) with { Pages = Pages };
    }

    private void Behave(ShareOptions options, BegunRun context)
    {
        context.Stage("Counting [rows]", options.Wait, stage =>
        {
            for (int second = 0; second < options.Wait; second++)
            {
                Sleep(TimeSpan.FromSeconds(1));
                stage.Advance();
            }
            return options.Wait;
        });

        switch (options.Ending)
        {
            case Ending.CrashAfter:
                throw new InvalidOperationException("it broke late");
            case Ending.LateMistake:
                throw new UserMistakeException("There is no such device: try --device cpu.");
            case Ending.WaitForever:
                context.CancellationToken.WaitHandle.WaitOne();
                context.CancellationToken.ThrowIfCancellationRequested();
                break;
        }
    }

    private static ProjectResult Result(Dataset data, string positive, double weight)
    {
        int hits = data.Labels.Count(label => label == positive);
        double share = (double)hits / data.Rows;
        double error = 1.96 * Math.Sqrt(share * (1 - share) / data.Rows);
        Measurements measurements = [];
        Measurement found = measurements.Add(
            "all.share", "Share of positives", new Interval(share, share - error, share + error, 0.95, "Wald"), "",
            $"{hits} of {data.Rows} rows");
        measurements.Add("all.lift", "Lift", null, "", "share over the share elsewhere", "there is no elsewhere");
        var cv = new CvLines();
        cv.Add($"Counted a share of {found}.");

        Plot plot = new();
        plot.Add.Bars([share, 1 - share]);
        Figure figure = new("share", $"Two bars: {positive} and the rest.", plot);
        Report report = new($"How many are {positive}?", $"In {data.Name}, {found} of the rows are **{positive}**.",
        [
            new Section($"Is {positive} rare?",
            [
                new FigureBlock(figure, $"The left bar is {positive}."),
                new Table($"Columns of {data.Name}.", ["Column", "First value"],
                    [.. data.ColumnNames.Select((name, column) => (IReadOnlyList<MarkdownText>)[name, $"{data.Column(column)[0]}"])]),
            ], $"The share is {found}."),
        ]);
        return new(report, measurements, cv)
        {
            Headline = ["all.share"],
            Model = new Dictionary<string, double> { [positive] = share * weight, ["broken"] = double.NaN },
            Predictions = Predictions.OfOneModel([.. data.Labels.Select((label, row) => new Prediction(row, "test", null, label, share))]),
            History = [.. Enumerable.Range(0, 5)
                .Select(step => new HistoryRow("count", step, step / 5.0, "training", "loss", Math.Pow(0.1, step)))],
        };
    }
}
