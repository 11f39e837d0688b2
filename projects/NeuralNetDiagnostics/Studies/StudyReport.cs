using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.NeuralNetDiagnostics.Studies;

/// <summary>What the page of a study says.</summary>
internal static class StudyReport
{
    public static ProjectResult Of(StudyFindings findings)
    {
        Measurements measurements = StudyMeasurements.Of(findings);
        Section[] sections =
        [
            Losses(findings),
            .. findings.Times.Count == 0 ? Array.Empty<Section>() : [TimesSection.Of(findings, measurements)],
        ];
        var report = new Report(Title(findings.Options.Kind), Lead(findings), sections);
        return new ProjectResult(report, measurements, new CvLines())
        {
            Headline =
            [
                .. findings.Settings.Where(setting => setting.Name == findings.Reading.Best || setting.Name == findings.Reading.Reference)
                    .Select(setting => $"{StudyMeasurements.IdOf(findings, setting)}.validation_loss"),
            ],
            Spoken = [findings.Reading.Reason],
            History = [.. findings.Sweep.Trials.SelectMany(trial => trial.History.Rows)],
        };
    }

    private static string Title(StudyKind kind) => kind switch
    {
        StudyKind.Batch => "A study of batch size",
        StudyKind.Width => "A study of width",
        _ => "Learning-rate schedules compared",
    };

    private static MarkdownText Lead(StudyFindings findings) =>
        $"A net with one hidden layer, trained on {findings.Data.Training.Rows:N0} rows of *{findings.Data.Rows.Name}* by Adam, "
        + $"{Counted.Of(findings.Options.Epochs, "epoch")} each. {Changed(findings.Options.Kind)} {Best(findings.Reading)}";

    private static string Best(SettingSweepReading reading) => reading.Best is not { } best ? "Each setting diverged with some seed."
        : best == reading.Reference ? $"The lowest mean validation loss is that of {best}, with which the others are compared."
        : $"The lowest mean validation loss is that of {best}; all are compared with {reading.Reference}.";

    private static string Changed(StudyKind kind) => kind switch
    {
        StudyKind.Batch => "Only the number of rows in a step changes, and with it the number of steps.",
        StudyKind.Width => "Only the number of hidden units changes.",
        _ => "Only the learning rate changes: constant, or from step to step as a schedule says, with two highest values.",
    };

    private static Section Losses(StudyFindings findings)
    {
        SettingSweepReading reading = findings.Reading;
        NamedInterval[] differences =
        [
            .. reading.Settings.Where(one => one.Setting != reading.Reference)
                .Select(one => new NamedInterval(one.Setting, one.Difference ?? Interval.Undefined("a training diverged"))),
        ];
        string kind = findings.Options.Kind.ToString().ToLowerInvariant();
        return new Section(
            "Which setting has the lower validation loss?",
            [
                new Paragraph(
                    $"Each setting was trained with the same {Counted.Of(findings.Options.SeedCount, "seed")}: seed by seed, all of them "
                    + $"begin at the same draw of weights and see the rows in the same order, so that they are compared in pairs. The "
                    + $"loss is that of {findings.Data.Validation.Rows:N0} validation rows after the last epoch. The intervals tell how "
                    + $"far the mean difference could lie with other seeds; they say nothing of other rows."),
                new FigureBlock(
                    IntervalFigure.Draw($"study-{kind}", $"validation loss less that of {reading.Reference} (nats per row)", differences),
                    $"Left of the line a setting is better than {reading.Reference}, right of it worse. An interval that crosses the line "
                    + $"leaves it open."),
                new Table(
                    "Mean and deviation over the seeds, and the difference in pairs; all intervals hold together with 95 %.",
                    ["Setting", "Validation loss", "Deviation", $"Less {reading.Reference}", "Interval"],
                    [.. reading.Settings.Select(Row)]),
            ],
            MarkdownText.Of($"{reading.Reason}"));
    }

    private static IReadOnlyList<MarkdownText> Row(SettingReading reading) =>
    [
        MarkdownText.Of($"{reading.Setting}"),
        reading.MeanLoss is { } mean ? MarkdownText.Of($"{NumberText.Of(mean)}") : MarkdownText.Of($"{reading.Diverged} diverged"),
        reading.Deviation is { } deviation ? MarkdownText.Of($"{NumberText.Of(deviation)}") : "",
        reading.Difference?.Value is { } by ? MarkdownText.Of($"{NumberText.Of(by)}") : "",
        reading.Difference is { Low: { } low, High: { } high } ? MarkdownText.Of($"{NumberText.Range(low, high)}") : "",
    ];
}
