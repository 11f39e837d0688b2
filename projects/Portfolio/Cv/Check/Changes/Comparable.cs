using MlMaths.Torch.Portfolio.Cv.Check.Evidence;

namespace MlMaths.Torch.Portfolio.Cv.Check.Changes;

/// <summary>
/// Which two numbers of a run are of one measure, before and after or of one way and another: those whose ids differ in one part that names
/// no metric, such as <c>regression.rmse</c> and <c>regression.baseline.rmse</c>; of a page those of one column.
/// </summary>
internal static class Comparable
{
    /// <summary>Of these the last part of an id says of what, and the first one what.</summary>
    private static readonly HashSet<string> Families = ["cost", "chance", "change", "events", "threshold", "binomial", "poisson"];

    private static readonly HashSet<string> Metrics =
    [
        "accuracy", "error_rate", "precision", "recall", "specificity", "f1", "f2", "macro_f1", "matthews", "roc_auc", "average_precision",
        "log_loss", "brier", "ece", "balanced_accuracy", "rmse", "mae", "r2", "cost_per_case", "saved_per_case", "gain", "difference",
        "ratio", "saved", "p50_us", "p95_us", "p99_us", "false_positive_rate", "false_negative_rate", "saved_relative", "condition",
        "p_fisher", "p_mid", "p_z", "greater", "equivalent", "power", "needed", "coverage", "p_exact", "relative", "rate", "stability",
        "residual_deviation", "sd", "share", "count", "speed", "test_rows", "training_loss", "ways_difference", "initial_loss",
    ];

    public static bool Are(string one, string other)
    {
        if (one == other || new[] { one, other }.Any(id => id.StartsWith(PageTables.Id, StringComparison.Ordinal))) return false;
        string[] first = one.Split('.'), second = other.Split('.');
        if (first[0] is "rate" or "count" or "share" or "speed" || second[0] is "rate" or "count" or "share" or "speed") return false;
        return first.Length == second.Length ? IsOneReplaced(first, second)
            : first.Length + 1 == second.Length ? IsOneInserted(first, second)
            : first.Length == second.Length + 1 && IsOneInserted(second, first);
    }

    private static bool IsOneReplaced(string[] first, string[] second)
    {
        int[] other = [.. Enumerable.Range(0, first.Length).Where(i => first[i] != second[i])];
        return other is [var at] && !Metrics.Contains(first[at]) && !Metrics.Contains(second[at])
            && (at < first.Length - 1 || Families.Contains(first[0])
                || (first[at], second[at]) is ("before", "after") or ("after", "before") or ("honest", "inflated") or ("inflated", "honest")
                || (first[at].StartsWith("pc", StringComparison.Ordinal) && second[at].StartsWith("pc", StringComparison.Ordinal)));
    }

    private static bool IsOneInserted(string[] few, string[] more)
    {
        for (int at = 1; at < more.Length; at++)
        {
            if (!Metrics.Contains(more[at]) && few.SequenceEqual(more.Where((_, i) => i != at))) return true;
        }

        return false;
    }

    /// <summary>The same of two numbers of a page: of one column, or AUC and AUC otherwise of one row.</summary>
    public static bool Are(PageNumber one, PageNumber other) => one.Run == other.Run && one.Table == other.Table && one != other
        && ((one.Measure == other.Measure && one.Variant != other.Variant)
            || (one.Variant == other.Variant && (other.Measure.StartsWith($"{one.Measure} ", StringComparison.Ordinal)
                || one.Measure.StartsWith($"{other.Measure} ", StringComparison.Ordinal))));
}
