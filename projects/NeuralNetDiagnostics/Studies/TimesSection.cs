using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Studies;

/// <summary>Size, speed and performance beside each other.</summary>
internal static class TimesSection
{
    public static Section Of(StudyFindings findings, Measurements measurements) => new(
        "What does it cost in time?",
        [
            new Paragraph(
                $"A step is one gradient and one update, an answer one row by the net in plain C#; both on one thread, after the "
                + $"trainings, in turns. Times belong to this machine and to what else it did."),
            new Table(
                "Median of a training step, what an epoch of such steps takes, and p95: 95 of 100 answers took no longer.",
                ["Setting", "Parameters", "Step (µs)", "Epoch (ms)", "p95 of an answer (µs)", "Validation loss"],
                [.. findings.Times.Select(time => Row(findings, time))]),
        ],
        Conclusion(findings, measurements));

    private static IReadOnlyList<MarkdownText> Row(StudyFindings findings, StudyTimes time)
    {
        double? step = time.Step.Percentile(0.5).Value;
        return
        [
            MarkdownText.Of($"{time.Setting}"), MarkdownText.Of($"{time.Parameters:N0}"), Number(step),
            Number(step * time.StepsPerEpoch / 1000), Number(time.Answer.Percentile(0.95).Value),
            Number(findings.Of(time.Setting).Loss?.Value),
        ];
    }

    private static MarkdownText Number(double? number) => number is { } value ? MarkdownText.Of($"{NumberText.Of(value)}") : "not defined";

    // By rule: of the settings that are not worse by more than seeds differ, the one that answers fastest, or whose epoch is shortest.
    private static MarkdownText Conclusion(StudyFindings findings, Measurements measurements)
    {
        string reference = findings.Reading.Reference;
        return findings.Options.Kind == StudyKind.Width ? OfWidth(findings, measurements, reference) : OfBatch(findings, reference);
    }

    private static MarkdownText OfWidth(StudyFindings findings, Measurements measurements, string reference)
    {
        string? narrower = findings.Fastest is { } fastest && fastest.Setting != reference ? fastest.Setting
            : findings.Reading.Settings.Where(one => one.Setting != reference && one.Loss is not null)
                .MinBy(one => one.Loss!.Value)?.Setting;
        if (narrower is null) return MarkdownText.Of($"Each narrower net diverged with some seed.");
        string id = StudyMeasurements.IdOf(findings, findings.Settings.Single(one => one.Name == narrower));
        string own = StudyMeasurements.IdOf(findings, findings.Settings.Single(one => one.Name == reference));
        return MarkdownText.Of(
            $"{narrower} answer within {measurements[$"{id}.answer_p95_us"]} in 95 of 100 calls, {reference} within "
            + $"{measurements[$"{own}.answer_p95_us"]}, and the loss of {narrower} {Standing(findings.Of(narrower), reference)}.");
    }

    private static MarkdownText OfBatch(StudyFindings findings, string reference)
    {
        StudyTimes? shortest = findings.Times.Where(time => !findings.Of(time.Setting).IsWorse && findings.Of(time.Setting).Diverged == 0)
            .MinBy(time => time.Step.Percentile(0.5).Value * time.StepsPerEpoch);
        StudyTimes usual = findings.Times.Single(time => time.Setting == reference);
        double? Epoch(StudyTimes time) => time.Step.Percentile(0.5).Value * time.StepsPerEpoch / 1000;
        return shortest is null || shortest.Setting == reference
            ? MarkdownText.Of($"Every batch size with a shorter epoch than {reference} has a higher loss after as many epochs.")
            : MarkdownText.Of(
                $"An epoch takes {Number(Epoch(shortest))} ms with {shortest.Setting} and {Number(Epoch(usual))} ms with {reference}, "
                + $"and the loss {Standing(findings.Of(shortest.Setting), reference)}.");
    }

    private static string Standing(SettingReading reading, string reference) => reading switch
    {
        { IsBetter: true } => $"is lower than that of {reference}",
        { IsWorse: true, Difference.Value: { } by } => $"is {NumberText.Brief(by)} higher than that of {reference}",
        { Difference.High: { } high } => $"cannot be told from that of {reference}: it may be up to {NumberText.Brief(high)} higher",
        _ => $"is that of {reference}",
    };
}
