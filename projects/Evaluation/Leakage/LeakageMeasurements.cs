using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>The numbers about leakage that a person may quote.</summary>
internal static class LeakageMeasurements
{
    /// <summary>Of the checks, and three of each demonstration.</summary>
    public static void Add(Measurements measurements, LeakageFindings findings)
    {
        measurements.Add("leakage.checks.found", "Leakage checks that found something", findings.Found, "",
            "checks of rows and columns, without a model");
        measurements.Add("leakage.checks.hints", "Leakage checks with something worth checking", findings.Hints, "",
            "checks of rows and columns, without a model");
        foreach (LeakDemonstration one in findings.Demonstrations)
        {
            string how = $"mean of {one.Worlds} drawn worlds, cross-validated", id = $"leakage.{one.Leak.Id}";
            measurements.Add($"{id}.inflated", $"Drawn worlds, ROC AUC with the leak: {one.Leak.Name}", one.Inflated, "", how);
            measurements.Add($"{id}.honest", $"Drawn worlds, ROC AUC without the leak: {one.Leak.Name}", one.Honest, "", how);
            measurements.Add(
                $"{id}.difference", $"Drawn worlds, what the leak adds: {one.Leak.Name}", one.Difference, "", $"{how}, paired by world");
        }
    }
}
