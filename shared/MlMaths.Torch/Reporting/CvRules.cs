namespace MlMaths.Torch.Reporting;

/// <summary>What a CV does not quote, though it was measured: what is undefined, what found nothing, a gain that may be none, what may be
/// no better than guessing, and what was held out from rows that know the answer. Ids tell which is which: <c>…recall</c>,
/// <c>saved.…</c>, <c>test.…</c>.</summary>
public static class CvRules
{
    private const double Guessing = 0.5;

    /// <summary>An interval that holds more than this part of all shares says next to nothing.</summary>
    private const double WidestShare = 0.5;

    private static readonly string[] Found = ["recall", "precision", "f1", "macro_f1", "f2"], Gains = ["gain", "saved", "difference"],
        HeldOut = ["test", "cost", "saved", "cv", "validation", "compare", "capacity", "regression"];

    /// <summary>Why a sentence may not quote this; null where it may.</summary>
    /// <param name="measurement">That it rests on.</param>
    /// <param name="leak">Why scores of held-out rows mean nothing; null where nothing was found.</param>
    public static CvRefusal? Refused(Measurement measurement, string? leak)
    {
        string[] id = measurement.Id.Split('.');
        if (measurement.Value is not { } value)
            return new($"is {measurement.ValueText}", "a run that measures it");
        if (Found.Contains(id[^1]) && value == 0)
            return new("is 0: nothing was found", "a model or a threshold that finds something");
        if (IsGain(measurement) && measurement is { Low: <= 0, High: >= 0 })
            return new($"has an interval that includes 0, {measurement.RangeText}", MoreRows(measurement, 0));
        if (IsGain(measurement) && value <= 0)
            return new($"is no gain, {measurement.ValueText}", "an interval that lies above 0");
        if (id[^1] == "roc_auc" && measurement.Low <= Guessing)
            return new($"may be no better than guessing, {measurement.RangeText}", MoreRows(measurement, Guessing));
        return leak is not null && measurement.Low is not null && HeldOut.Contains(id[0])
            ? new($"rests on rows that know the answer: {leak}", "a run without what gives the answer away (--leave-out COLUMN)")
            : null;
    }

    /// <summary>Why a sentence may not say that one number beats another; null where it may: their intervals must not meet.</summary>
    /// <param name="measurement">That should be larger.</param>
    /// <param name="baseline">What it should beat.</param>
    public static CvRefusal? NotBeaten(Measurement measurement, Measurement baseline) =>
        baseline.Value is not null && measurement.Low > (baseline.High ?? baseline.Value)
            ? null
            : new($"does not beat {baseline.Id}: {measurement} against {baseline}",
                $"an interval that lies above {baseline.Id}");

    /// <summary>Why a sentence may not lean on a number being larger than a boundary; null where its whole interval is.</summary>
    /// <param name="measurement">That should be larger.</param>
    /// <param name="boundary">Such as 0, of an agreement that may be chance.</param>
    public static CvRefusal? NotAbove(Measurement measurement, double boundary) => measurement.Low > boundary
        ? null
        : new($"is not clear of {NumberText.Of(boundary)}, {measurement}", $"an interval that lies above {NumberText.Of(boundary)}");

    /// <summary>Why a sentence may not tell an estimate; null where its interval holds what was counted.</summary>
    /// <param name="estimated">With its interval.</param>
    /// <param name="counted">What it should have found.</param>
    public static CvRefusal? Missed(Measurement estimated, Measurement counted) =>
        counted.Value < estimated.Low || counted.Value > estimated.High
            ? new($"missed the rate by labels: {estimated} against {counted}", "an interval that holds what the labels say")
            : null;

    /// <summary>Why a share may not stand without its interval; null where it may.</summary>
    /// <param name="share">A bare share or one in %; of anything else nothing is said.</param>
    public static CvRefusal? TooWide(Measurement share)
    {
        double whole = share.Unit == "%" ? 100 : 1;
        return share.Unit is "" or "%" && share is { Low: >= 0 and { } low, High: { } high } && high <= whole
            && high - low > WidestShare * whole
            ? new($"cannot stand without its interval, {share.RangeText}{(share.Unit == "%" ? " %" : "")}",
                "a narrower interval, or a length that gives it")
            : null;
    }

    /// <summary>Whether the number says by how much one thing is better than another.</summary>
    /// <param name="measurement">Its id tells.</param>
    public static bool IsGain(Measurement measurement) => measurement.Id.Split('.')
        .Any(part => Gains.Contains(part) || part.StartsWith("saved_", StringComparison.Ordinal));

    // The half of the interval towards the boundary shrinks as one over the square root of the rows:
    // clear of it once  (value − low)/√k < value − boundary,  k > ((value − low)/(value − boundary))².
    private static string MoreRows(Measurement measurement, double boundary) =>
        measurement is { Value: { } value, Low: { } low } && value > boundary
            ? $"more than {NumberText.Brief(Math.Pow((value - low) / (value - boundary), 2))} times as many test rows, "
                + "if the estimate stays as it is"
            : $"an interval that lies above {NumberText.Of(boundary)}";
}
