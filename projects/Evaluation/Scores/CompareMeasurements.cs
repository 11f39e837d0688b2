using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>The numbers of a comparison that a person may quote; of several pairs, those of the first two models.</summary>
internal static class CompareMeasurements
{
    public static Measurements Of(ComparedScores compared)
    {
        ScoredPair pair = compared.Main;
        string how = $"{pair.Second.Column} against {pair.First.Column}, {pair.First.Labels.Length} rows, paired";
        Measurements measurements = OfModels(compared);
        measurements.Add("gain", $"Gain in {compared.Metric.Label}", pair.Gain, compared.Metric.Unit, how);
        measurements.Add("p_value", "p-value", pair.PValue, "", how, pair.PValue is null ? "there is no interval" : null);
        measurements.Add(
            "p_value_holm", "p-value after Holm", compared.Adjusted[0], "", $"pairs compared: {compared.Pairs.Count}",
            compared.Adjusted[0] is null ? "there is no interval" : null);
        measurements.Add("mcnemar.p_value", "McNemar's p-value, exact", pair.Calls?.PValue, "", how,
            pair.Calls is null ? "there is no threshold" : null);
        measurements.Add("mcnemar.mid_p_value", "McNemar's mid-p-value", pair.Calls?.MidPValue, "", how,
            pair.Calls is null ? "there is no threshold" : null);
        return measurements;
    }

    private static Measurements OfModels(ComparedScores compared)
    {
        var measurements = new Measurements();
        foreach ((int place, BinaryScores model) in compared.Models.Index())
        {
            measurements.Add(
                $"model.{place + 1}.{compared.Metric.Id}", $"{compared.Metric.Label} of {model.Column}",
                model.Intervals[compared.Metric.Metric], compared.Metric.Unit, $"{model.Labels.Length} rows");
        }
        return measurements;
    }
}
