using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>The numbers of a comparison that a person may quote; of several pairs, those of the first two models.</summary>
internal static class CompareMeasurements
{
    public static Measurements Of(ComparedScores compared)
    {
        ScoredPair pair = compared.Main;
        string how = $"{pair.Second.Column} against {pair.First.Column}, {pair.First.Labels.Length} rows, paired{Groups(pair)}";
        Measurements measurements = OfModels(compared);
        measurements.Add("gain", $"Gain in {compared.Metric.Label}", pair.Gain, compared.Metric.Unit, how);
        measurements.Add("p_value", "p-value", pair.PValue, "", how, pair.PValue is null ? "there is no interval" : null);
        measurements.Add(
            "p_value_holm", "p-value after Holm", compared.Adjusted[0], "", $"pairs compared: {compared.Pairs.Count}",
            compared.Adjusted[0] is null ? "there is no interval" : null);
        measurements.Add("mcnemar.p_value", "McNemar's p-value, exact", pair.RowByRow?.PValue, "", how, WhyNot(pair));
        measurements.Add("mcnemar.mid_p_value", "McNemar's mid-p-value", pair.RowByRow?.MidPValue, "", how, WhyNot(pair));
        if (compared.Main.Verdict.SmallestShown is { } smallest)
        {
            measurements.Add(
                "smallest_shown",
                $"Smallest true difference in {compared.Metric.Label} that {NumberText.Percent(smallest.Power)} of such samples would show",
                smallest.Change, compared.Metric.Unit, $"{how}; with a power of {smallest.Power}");
        }

        return measurements;
    }

    private static string Groups(ScoredPair pair) => pair.First.Groups is { } groups ? $", {groups.Count} groups" : "";

    private static string? WhyNot(ScoredPair pair) => pair switch
    {
        { Calls: null } => "there is no threshold",
        { RowByRow: null } => "rows of one group are not separate evidence",
        _ => null,
    };

    private static Measurements OfModels(ComparedScores compared)
    {
        var measurements = new Measurements();
        foreach ((int place, BinaryScores model) in compared.Models.Index())
        {
            measurements.Add(
                $"model.{place + 1}.{compared.Metric.Id}", $"{compared.Metric.Label} of {model.Column}",
                model.Intervals[compared.Metric.Metric], compared.Metric.Unit, $"{model.Labels.Length} rows{Groups(compared.Main)}");
        }
        return measurements;
    }
}
