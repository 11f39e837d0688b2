using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>What was found about columns, and what to do.</summary>
internal static class ColumnWords
{
    private const int Named = 3;

    /// <summary>Of a check that found columns.</summary>
    public static (MarkdownText Sentence, MarkdownText Advice) Of(LeakageChecks checks, LeakageFinding finding) => finding.Kind switch
    {
        LeakageKind.Function or LeakageKind.Combination => Explained(checks, finding),
        LeakageKind.Disguise => Disguise(checks),
        LeakageKind.RowNumber => RowNumber(checks, finding),
        LeakageKind.GroupLike => GroupLike(checks, finding),
        _ => (MarkdownText.Of(
            $"{CheckWords.Columns(checks, finding.Columns)} {(finding.Columns.Count == 1 ? "has" : "have")} one value "
            + $"in all rows: no leak, but nothing to learn from either."),
            MarkdownText.Of(
                $"Leave {(finding.Columns.Count == 1 ? "it" : "them")} out; "
                + $"or check whether rows with other values are missing.")),
    };

    private static (MarkdownText, MarkdownText) Explained(LeakageChecks checks, LeakageFinding finding) => (
        LeakCallouts.Sentences([.. checks.Leaks.Where(leak => leak.Kind == finding.Kind)]),
        finding.Status == LeakageStatus.Found
            ? MarkdownText.Of(
                $"Leave out what is only known with the outcome (`--leave-out COLUMN`): a model would learn the formula, and "
                + $"nothing about rows whose outcome is still unknown.")
            : MarkdownText.Of(
                $"Ask when such columns are filled: if because of the outcome, leave them out (`--leave-out COLUMN`)."));

    private static (MarkdownText, MarkdownText) Disguise(LeakageChecks checks)
    {
        MarkdownText[] parts =
        [
            .. checks.Disguises.Count > 0 ? [Separating(checks)] : (MarkdownText[])[],
            .. checks.Leaks.Any(leak => leak.Kind == LeakageKind.Disguise)
                ? [LeakCallouts.Sentences([.. checks.Leaks.Where(leak => leak.Kind == LeakageKind.Disguise)])]
                : (MarkdownText[])[],
        ];
        return (
            MarkdownText.Join(" ", parts),
            MarkdownText.Of(
                $"Ask when such a column is filled in: before the outcome is known, or because of it? "
                + $"If because of it, leave it out (`--leave-out COLUMN`). Some columns really are that good."));
    }

    private static MarkdownText Separating(LeakageChecks checks)
    {
        MarkdownText few = checks.Disguises.All(one => !(one.Area.Low > 0.5))
            ? MarkdownText.Of(
                $" With so few rows and {Counted.Of(checks.Target.Dataset.Columns, "column", "columns")} to "
                + $"choose from, luck does that too: every interval includes ½.")
            : MarkdownText.Empty;
        return MarkdownText.Of(
                $"{Counted.Of(checks.Disguises.Count, "column alone tells", "columns alone tell")} "
                + $"{checks.Target.PositiveWords} from "
                + $"{checks.Target.NegativeWords} over the training rows: "
                + $"{MarkdownText.Join("; ", checks.Disguises.Take(Named).Select(Area))}"
                + $"{(checks.Disguises.Count > Named ? $"; and {checks.Disguises.Count - Named} more" : "")}.{few}");
    }

    private static MarkdownText Area(TargetInDisguise one) => one.Area is { Low: double low, High: double high }
        ? MarkdownText.Of(
            $"{Quoted.Value(one.Name)} with a ROC area of {one.Area.Value:0.####} "
            + $"({100 * one.Area.Confidence:0.##} % interval {low:0.000} to "
            + $"{high:0.000}){(one.Falls ? ", small values meaning positive" : "")}")
        : MarkdownText.Of(
            $"{Quoted.Value(one.Name)} with a ROC area of {one.Area.Value:0.####} (no interval: "
            + $"{one.Area.WhyUndefined})");

    private static (MarkdownText, MarkdownText) RowNumber(LeakageChecks checks, LeakageFinding finding)
    {
        RowNumberColumn first = checks.RowNumbers.OrderByDescending(one => one.IsInformative).First();
        MarkdownText tells = first.IsInformative
            ? MarkdownText.Of(
                $"{Quoted.Value(first.Name)} also separates the classes, with a ROC area of "
                + $"{first.Area.Value:0.000} ({100 * first.Area.Confidence:0.#} % interval {first.Area.Low:0.000} to "
                + $"{first.Area.High:0.000}): the rows are sorted by class, or by something related to it.")
            : MarkdownText.Of($"These rows do not show that it separates the classes.");
        return (
            MarkdownText.Of(
                $"{CheckWords.Columns(checks, finding.Columns)} "
                + $"{(finding.Columns.Count == 1 ? "numbers" : "number")} the rows: "
                + $"all values differ, and they rise or fall from row to row, or count without a gap. {tells}"),
            MarkdownText.Of(
                $"Tomorrow's row has a number that no model has seen: "
                + $"leave such a column out (`--leave-out COLUMN`), or, if it is a time, name it (`--time COLUMN`)."));
    }

    private static (MarkdownText, MarkdownText) GroupLike(LeakageChecks checks, LeakageFinding finding)
    {
        GroupLikeColumn first = checks.GroupLikes[0];
        return (
            MarkdownText.Of(
                $"{CheckWords.Columns(checks, finding.Columns)} may name groups: "
                + $"in {Quoted.Value(first.Name)}, {first.Values} different values, "
                + $"two rows with the same value are more alike in everything else than two with neighbouring values in "
                + $"{first.Share.Value:0 %} of the pairs (a half, if the values were not groups)."),
            MarkdownText.Of(
                $"If rows with the same value come from one patient, customer or machine, keep them together: "
                + $"`--group COLUMN`. If not, there is nothing to do."));
    }
}
