using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>The numbers about threshold and costs that a person may quote.</summary>
internal static class CostMeasurements
{
    private const string Unit = "units", OnTest = "test rows, scored once, per 10,000 of them";

    /// <summary>Under which id, and by which name, each policy is quoted.</summary>
    public static readonly (PolicyKind Kind, string Id, string Name)[] Policies =
    [
        (PolicyKind.Chosen, "chosen", "chosen threshold"),
        (PolicyKind.Unlimited, "unlimited", "chosen threshold, no limit"),
        (PolicyKind.PerRow, "per_row", "threshold by row"),
        (PolicyKind.Elkan, "elkan", "Elkan's threshold"),
        (PolicyKind.Empirical, "empirical", "searched threshold"),
        (PolicyKind.Half, "at_half", "threshold of ½"),
        (PolicyKind.None, "alert_none", "flag nothing"),
        (PolicyKind.All, "alert_all", "flag everything"),
        (PolicyKind.Oracle, "oracle", "true probabilities"),
        (PolicyKind.BestInHindsight, "oracle", "best in hindsight"),
    ];

    /// <summary>By which name a policy stands in tables and figures.</summary>
    public static string NameOf(PolicyKind kind) => Policies.First(policy => policy.Kind == kind).Name;

    /// <summary>Id of what the chosen threshold saves against the cheaper way without a model.</summary>
    public static string SavedAgainstNoModel(CostFindings findings) =>
        "saved.against_" + Policies.First(known => known.Kind == findings.CheaperWithoutModel.Policy.Kind).Id;

    public static void AddTo(Measurements measurements, CostFindings findings)
    {
        CostThreshold threshold = findings.Threshold;
        measurements.Add("threshold.elkan", "Elkan's threshold", threshold.Elkan, "",
            threshold.Costs.HasAmounts ? "from the costs and the average amount of a miss" : "from the costs alone");
        measurements.Add("threshold.empirical", "Threshold by search", threshold.SearchedScatter, "",
            "validation rows, cross-validated in halves");
        measurements.Add("threshold.recalibrated", "Elkan's threshold, recalibrated", threshold.RecalibratedScatter, "",
            "where it lies when the probabilities are calibrated again on the validation rows");
        measurements.Add("threshold.chosen", "Chosen threshold", threshold.ChosenScatter, "",
            threshold.IsElkan ? "Elkan's, which the search does not contradict" : "by search, which contradicts Elkan's");
        foreach (PolicyCost policy in findings.Policies)
        {
            string id = Policies.First(known => known.Kind == policy.Policy.Kind).Id, name = findings.NameOf(policy.Policy.Kind);
            string how = policy.Policy.Kind == PolicyKind.BestInHindsight ? $"{OnTest}, which also chose it: too "
                + $"optimistic" : OnTest;
            measurements.Add($"cost.{id}", $"Cost per 10,000 rows: {name}", policy.Cost, Unit, how);
            if (policy.Policy.Kind != PolicyKind.Chosen)
            {
                measurements.Add(
                    $"saved.against_{id}",
                    $"Saved per 10,000 rows by the {(findings.IsLimited ? "limited policy" : "chosen threshold")} against: {name}",
                    policy.SavedByChosen, Unit, $"{how}; paired by row");
            }
        }
        if (findings.Limits.Concat(findings.Capacity is { } asked ? [asked] : []).FirstOrDefault() is { } plan)
        {
            measurements.Add("capacity.wanted", $"Rows that the threshold flags per {findings.PerWords}",
                plan.Wanted / plan.Units, "rows", "test rows");
        }
        AddRegion(measurements, findings.Region);
        if (findings.Capacity is { } capacity) AddCapacity(measurements, findings, capacity);
    }

    private static void AddRegion(Measurements measurements, DecisionRegion? region)
    {
        string? why = region is null ? "no flag ever pays, a flag costs nothing, or a class is missing"
            : region.Low is null ? "the model is not worth using anywhere"
            : null;
        Add("region.value", "Value of the model, from 0 (none) to 1 "
            + "(perfect)", region?.ValueToday, why: region is null ? why : null);
        Add(
            "region.rate_from", "Lowest base rate at which the model is worth using",
            region is { Low: double low } ? region.BaseRateAt(low) : null, why);
        Add(
            "region.rate_to", "Highest base rate at which the model is worth using",
            region is { High: double high } ? region.BaseRateAt(high) : null, why);
        Add(
            "region.ratio_from", "Lowest cost ratio at which the model is worth using",
            region is { Low: double least } ? region.CostRatioAt(least) : null, why);
        Add(
            "region.ratio_to", "Highest cost ratio at which the model is worth using",
            region is { High: double most } ? region.CostRatioAt(most) : null, why);

        void Add(string id, string label, double? value, string? why) =>
            measurements.Add(id, label, value, "", "test rows, at the threshold that is right for each", why);
    }

    private static void AddCapacity(Measurements measurements, CostFindings findings, CapacityPlan plan)
    {
        string per = findings.PerWords;
        measurements.Add("capacity.places", $"Limit on reviews per {per}", plan.Places, "rows", "as asked for");
        measurements.Add(
            "capacity.recall", "Recall with the limit on reviews",
            WilsonInterval.Of((int)findings.Flags.TruePositives, (int)findings.Flags.Positives), "",
            "test rows, by the policy that is followed");
        measurements.Add("capacity.cost", "Cost per 10,000 rows with the limit on reviews", plan.Cost, Unit, OnTest);
        measurements.Add("capacity.price", "What the limit costs per 10,000 rows", plan.Price, Unit, $"{OnTest}; paired by row");
        measurements.Add(
            "capacity.one_more_place", $"What one more place would save per {per}", plan.OneMorePlace, "units",
            "from the probabilities of the first row left out");
    }
}
