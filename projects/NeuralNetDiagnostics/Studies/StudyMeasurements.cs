using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Studies;

/// <summary>The numbers of a study that a person may quote: <c>width.32.validation_loss</c>.</summary>
internal static class StudyMeasurements
{
    public static Measurements Of(StudyFindings findings)
    {
        var measurements = new Measurements();
        string seeds = Counted.Of(findings.Options.SeedCount, "seed");
        foreach (StudySetting setting in findings.Settings)
        {
            (string id, SettingReading reading) = (IdOf(findings, setting), findings.Of(setting.Name));
            measurements.Add(
                $"{id}.validation_loss", $"Validation loss, {setting.Name}",
                reading.Loss ?? Interval.Undefined($"{Counted.Of(reading.Diverged, "training")} diverged"), "nats per row",
                $"after the last epoch, mean over {seeds}, interval for other seeds");
            if (setting.Name != findings.Reading.Reference)
            {
                measurements.Add(
                    $"{id}.difference", $"Difference, {setting.Name} less {findings.Reading.Reference}",
                    reading.Difference ?? Interval.Undefined("a training diverged"), "nats per row",
                    "validation loss, in pairs of the same seed, all intervals together at 95 %");
            }

            if (findings.TimesOf(setting.Name) is not { } times) continue;
            measurements.AddTimed($"{id}.step_us", $"A training step, {setting.Name}", times.Step.Percentile(0.5), "µs", times.Step.How());
            measurements.AddTimed(
                $"{id}.answer_p95_us", $"p95 of one answer, {setting.Name}", times.Answer.Percentile(0.95), "µs", times.Answer.How());
        }

        return measurements;
    }

    public static string IdOf(StudyFindings findings, StudySetting setting) =>
        $"{findings.Options.Kind.ToString().ToLowerInvariant()}.{setting.Id}";
}
