namespace MlMaths.Torch.Reporting;

/// <summary>What a CV does not quote, though it was measured: what is undefined, what found nothing, a gain that may be none, and what
/// was held out from rows that know the answer. Ids tell which is which: <c>…recall</c>, <c>saved.…</c>, <c>test.…</c>.</summary>
internal static class CvRules
{
    private static readonly string[] Found = ["recall", "precision", "f1", "macro_f1", "f2"], Gains = ["gain", "saved"],
        HeldOut = ["test", "cost", "saved", "cv", "validation", "compare", "capacity", "regression"];

    /// <summary>Why a sentence may not quote this; null where it may.</summary>
    /// <param name="measurement">That it rests on.</param>
    /// <param name="leak">Why scores of held-out rows mean nothing; null where nothing was found.</param>
    public static string? WhyNot(Measurement measurement, string? leak)
    {
        string[] id = measurement.Id.Split('.');
        if (measurement.Value is not { } value)
            return $"is {measurement.ValueText}";
        if (Found.Contains(id[^1]) && value == 0)
            return "is 0: nothing was found";
        if (id.Any(Gains.Contains) && measurement is { Low: <= 0, High: >= 0 })
            return $"has an interval that includes 0, {measurement.RangeText}";
        if (id.Any(Gains.Contains) && value <= 0)
            return $"is no gain, {measurement.ValueText}";
        return leak is not null && measurement.Low is not null && HeldOut.Contains(id[0])
            ? $"rests on rows that know the answer: {leak}"
            : null;
    }
}
