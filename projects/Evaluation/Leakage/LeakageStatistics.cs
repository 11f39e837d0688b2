using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>What was found, for who reads it by a program.</summary>
internal static class LeakageStatistics
{
    private const int MaxRows = 100;

    /// <summary>Plain objects: checks, flattery, demonstrations.</summary>
    public static Dictionary<string, object?> Of(LeakageFindings findings) => new()
    {
        ["checks"] = findings.Checks.Findings.Select(finding => Of(finding, findings.Checks)).ToArray(),
        ["near_duplicates_within"] = findings.Checks.NearTwins.Reach,
        ["flattery"] = findings.Flattery.Select(one => new
        {
            Cause = one.Kind,
            one.Model,
            one.Rows,
            ByChance = one.Areas.First,
            KeptTogether = one.Areas.Second,
            one.Areas.Difference,
        }).ToArray(),
        ["demonstrations"] = findings.Demonstrations.ToDictionary(one => one.Leak.Id, one => new
        {
            one.Worlds,
            one.Inflated,
            one.Honest,
            one.Difference,
            one.Truth,
            HonestLessTruth = one.Bias,
            one.Leak.Check,
            FoundInWorlds = one.Found,
        }),
    };

    private static object Of(LeakageFinding finding, LeakageChecks checks) => new
    {
        Check = finding.Kind,
        finding.Status,
        RowCount = finding.Rows.Count,
        FirstRows = finding.Rows.Take(MaxRows).ToArray(),
        Columns = finding.Columns.Select(column => checks.Target.Dataset.ColumnNames[column]).ToArray(),
        Formulas = checks.Leaks.Where(leak => leak.Kind == finding.Kind).Select(leak => new
        {
            leak.Formula,
            leak.Status,
            leak.Evidence.Rows,
            leak.Evidence.Chance,
            leak.Evidence.Reason,
        }).ToArray(),
        Areas = finding.Kind == LeakageKind.Disguise ? checks.Disguises.Select(one => one.Area).ToArray() : [],
        finding.WhyNot,
    };
}
