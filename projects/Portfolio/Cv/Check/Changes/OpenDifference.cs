using MlMaths.Torch.Portfolio.Cv.Check.Evidence;
using MlMaths.Torch.Portfolio.Cv.Check.Settings;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Changes;

/// <summary>Whether a run has the difference of two of its numbers, with an interval that includes 0: then no change is shown.</summary>
internal static class OpenDifference
{
    /// <summary>A page rounds both numbers and their difference.</summary>
    private const double Rounding = 0.05;

    /// <summary>That difference; null where the run has none, or one that is clear of 0.</summary>
    public static KnownNumber? Of(ComparedPair pair, IReadOnlyList<KnownNumber> known, Pages pages)
    {
        double difference = Math.Abs(pair.After.Number.Value!.Value - pair.Before.Number.Value!.Value);
        return known.Where(one => one.Run == pair.After.Run && CvRules.IsGain(one.Number) && one.Number.Unit == pair.After.Number.Unit)
            .Where(one => IsOfOne(one.Number.Label, pair))
            .Concat(pages.Numbers(pair.After.Run).Where(one => one.Measure.Contains("difference", StringComparison.OrdinalIgnoreCase)
                    && IsOfOne(one.Measure, pair))
                .Select(one => one.Known))
            .FirstOrDefault(one => one.Number is { Value: { } value, Low: <= 0, High: >= 0 }
                && Math.Abs(Math.Abs(value) - difference) <= Rounding * difference);
    }

    // A difference of ROC AUCs is none of accuracies.
    private static bool IsOfOne(string called, ComparedPair pair)
    {
        IReadOnlyList<string> own = ContentWords.Of($"{pair.After.Number.Label} {pair.After.Number.Id}");
        return ContentWords.Of(called).Any(word => word != "difference" && own.Any(said => ContentWords.IsSame(said, word)));
    }
}
