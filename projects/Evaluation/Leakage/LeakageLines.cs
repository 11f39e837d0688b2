using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>What was found, for the console.</summary>
internal static class LeakageLines
{
    /// <summary>One sentence, then one line per check that found something.</summary>
    public static IReadOnlyList<string> Of(LeakageFindings findings) =>
    [
        Summary(findings),
        .. findings.Checks.Findings.Where(finding => finding.Status is LeakageStatus.Found or LeakageStatus.Hint)
            .OrderByDescending(finding => finding.Status).Select(finding => Line(findings.Checks, finding)),
    ];

    /// <summary>How many checks found something.</summary>
    public static string Summary(LeakageFindings findings)
    {
        int all = findings.Checks.Findings.Count,
            made = findings.Checks.Findings.Count(finding => finding.Status != LeakageStatus.NotChecked);
        string rest = made == all ? "" : $" {all - made} of {all} checks could not be made.";
        return findings switch
        {
            { Found: > 0 } =>
                $"{findings.Found} of {made} checks found a "
                + $"leak{(findings.Hints > 0 ? $", {findings.Hints} something worth checking" : "")}.{rest}",
            { Hints: > 0 } => $"None of {made} checks found a leak; {findings.Hints} found something worth "
                + $"checking.{rest}",
            _ => $"None of {made} checks found a leak.{rest}",
        };
    }

    private static string Line(LeakageChecks checks, LeakageFinding finding)
    {
        CheckWords words = CheckWords.Of(checks, finding);
        string what = finding.Columns.Count > 0
            ? CheckWords.Columns(checks, finding.Columns)
            : CheckWords.Rows(checks, finding.Rows);
        return $"  {words.Name}: {words.Result} ({what})";
    }
}
