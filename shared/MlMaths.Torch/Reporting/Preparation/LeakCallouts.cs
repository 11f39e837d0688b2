using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Reporting;

/// <summary>What columns say about the target, in sentences that every program can print before its scores.</summary>
public static class LeakCallouts
{
    private const int Named = 3;

    /// <summary>A caution where a formula was found, a note where it is a hint; nothing where there is neither.</summary>
    /// <param name="leaks">From <see cref="TargetLeaks"/>.</param>
    public static IEnumerable<Block> Of(IReadOnlyList<TargetLeak> leaks)
    {
        TargetLeak[] found = [.. leaks.Where(leak => leak.Status == LeakageStatus.Found)],
            hints = [.. leaks.Where(leak => leak.Status == LeakageStatus.Hint)];
        if (found.Length > 0)
        {
            yield return Callout.Caution(
                $"**The target is in the columns.** {Sentences(found)} A score with "
                + $"{(found.Sum(leak => leak.Columns.Count) == 1 ? "that column" : "those columns")} in the table says nothing about "
                + $"rows whose outcome is still unknown: leave out what is only known with it (`--leave-out COLUMN`).");
        }

        if (hints.Length > 0)
        {
            yield return Callout.Note(
                $"**Is a column known only afterwards?** {Sentences(hints)} Only someone who knows how the rows came about can tell: when "
                + $"is it filled? If because of the outcome, leave it out (`--leave-out COLUMN`).");
        }
    }

    /// <summary>The same in a clause for <see cref="CvLines.Leak"/>; null where no formula was found.</summary>
    public static string? InBrief(IReadOnlyList<TargetLeak> leaks) =>
        leaks.Any(leak => leak.Status == LeakageStatus.Found) ? "the target is in the columns" : null;

    /// <summary>
    /// A caution that stands before everything a page says; null where nothing was found, and no column alone separates the classes.
    /// </summary>
    /// <param name="leaks">From <see cref="TargetLeaks"/>.</param>
    public static MarkdownText? Headline(IReadOnlyList<TargetLeak> leaks)
    {
        TargetLeak[] found = [.. leaks.Where(leak => leak.Status == LeakageStatus.Found)];
        return found.Length == 0
            ? Separating(leaks).Select(leak => MarkdownText.Of($"**Caution: one column alone separates the classes** ({leak.Formula}). "
                + $"Is it known beforehand? If it is filled in with the outcome, the scores below are those of that column: leave it out "
                + $"(`--leave-out COLUMN`).")).FirstOrDefault()
            : MarkdownText.Of($"**Caution: the target is in the columns** ({MarkdownText.Join("; ", found.Take(Named).Select(leak =>
                MarkdownText.Of($"{leak.Formula}")))}). The scores below are those of the leak, and no sentence for a CV was written.");
    }

    /// <summary>The same for the console; none where there is none.</summary>
    public static IEnumerable<string> Spoken(IReadOnlyList<TargetLeak> leaks) =>
        leaks.FirstOrDefault(leak => leak.Status == LeakageStatus.Found) is { } found
            ? [$"Caution: the target is in the columns ({found.Formula}); the scores below are those of the leak."]
            : Separating(leaks).Select(leak =>
                $"Caution: one column alone separates the classes ({leak.Formula}); is it known beforehand?").Take(1);

    private static IEnumerable<TargetLeak> Separating(IReadOnlyList<TargetLeak> leaks) => leaks.Where(leak => leak.SeparatesAlone);

    /// <summary>The first few formulas, each with what it rests on.</summary>
    public static MarkdownText Sentences(IReadOnlyList<TargetLeak> leaks)
    {
        MarkdownText first = MarkdownText.Join(" ", leaks.Take(Named).Select(Sentence));
        return leaks.Count <= Named ? first : MarkdownText.Of($"{first} And {leaks.Count - Named} more.");
    }

    private static MarkdownText Sentence(TargetLeak leak)
    {
        MarkdownText luck = leak.Evidence.Chance switch
        {
            null => MarkdownText.Empty,
            < 1e-6 => MarkdownText.Of($"; luck does that in fewer than one of a million tables"),
            double chance => MarkdownText.Of($"; luck does that in at most one of {Math.Floor(1 / chance):#,0} tables"),
        };
        return MarkdownText.Of($"{leak.Formula}: {leak.Evidence.Reason} ({leak.Evidence.Rows:#,0} rows{luck}).");
    }
}
