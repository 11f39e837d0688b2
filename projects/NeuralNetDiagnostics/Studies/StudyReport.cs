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
            Losses(findings, measurements),
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

    private static Section Losses(StudyFindings findings, Measurements measurements)
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
                    + $"leaves it open.").Told(),
                new Table(
                    "Mean over the seeds with its interval, and the difference in pairs: the intervals of all differences hold together "
                    + "with 95 %.",
                    ["Setting", "Validation loss", "95 % interval", $"Less {reading.Reference}", "Interval"],
                    [.. findings.Settings.Select(setting => Row(setting, StudyMeasurements.IdOf(findings, setting), measurements))]),
            ],
            MarkdownText.Of($"{reading.Reason}"));
    }

    private static IReadOnlyList<MarkdownText> Row(StudySetting setting, string id, Measurements measurements)
    {
        Measurement loss = measurements[$"{id}.validation_loss"];
        Measurement? difference = measurements.FirstOrDefault(one => one.Id == $"{id}.difference");
        return
        [
            MarkdownText.Of($"{setting.Name}"), Bare(loss), MarkdownText.Of($"{loss.RangeText}"),
            difference is null ? "" : Bare(difference), MarkdownText.Of($"{difference?.RangeText}"),
        ];
    }

    // The unit stands in the figure and in the headline.
    private static MarkdownText Bare(Measurement one) => MarkdownText.Of($"{(one with { Unit = "" }).ValueText}");
}
