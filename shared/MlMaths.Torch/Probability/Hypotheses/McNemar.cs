namespace MlMaths.Torch.Probability;

/// <summary>
/// Do two models err on different rows equally often? Only rows where exactly one of them is right can tell: b where only
/// A is, c where only B is. If neither is better, b is Binomial(b + c, ½) (Q. McNemar, 1947, Psychometrika 12:153–157; the
/// mid-p form: M. W. Fagerland, S. Lydersen, P. Laake, 2013, BMC Med. Res. Methodol. 13:91).
/// <code>
/// p     = min(1, 2 P(X ≤ min(b, c)))      X ~ Binomial(b + c, ½);  1 where b + c = 0
/// mid-p = 2 P(X ≤ min(b, c)) − P(X = min(b, c));  1 − ½ P(X = b) where b = c, which has no twin on the other side
/// </code>
/// </summary>
/// <param name="OnlyFirstRight">b.</param>
/// <param name="OnlySecondRight">c.</param>
/// <param name="PValue">Exact: never rejects a true equality more often than promised.</param>
/// <param name="MidPValue">Less cautious: rejects about as often as promised.</param>
public sealed record McNemar(long OnlyFirstRight, long OnlySecondRight, double PValue, double MidPValue)
{
    /// <summary>From the two discordant counts.</summary>
    public static McNemar Of(long onlyFirstRight, long onlySecondRight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirstRight);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecondRight);
        long discordant = checked(onlyFirstRight + onlySecondRight);
        long fewer = Math.Min(onlyFirstRight, onlySecondRight);
        if (discordant == 0) return new McNemar(0, 0, 1, 1);

        double both = 2 * Binomial.Cumulative(fewer, discordant, 0.5);
        double mass = Binomial.Mass(fewer, discordant, 0.5);
        double mid  = onlyFirstRight == onlySecondRight ? 1 - mass / 2 : both - mass;
        return new McNemar(onlyFirstRight, onlySecondRight, Math.Min(1, both), Math.Min(1, mid));
    }

    /// <summary>From the same rows, called by both: was the first right, was the second?</summary>
    public static McNemar Of(ReadOnlySpan<bool> firstRight, ReadOnlySpan<bool> secondRight)
    {
        if (firstRight.Length != secondRight.Length)
            throw new ArgumentException($"{firstRight.Length} and {secondRight.Length} rows: both models must call the same rows.");
        int onlyFirst = 0, onlySecond = 0;
        for (int row = 0; row < firstRight.Length; row++)
        {
            if (firstRight[row] && !secondRight[row]) onlyFirst++;
            if (!firstRight[row] && secondRight[row]) onlySecond++;
        }
        return Of(onlyFirst, onlySecond);
    }

    /// <summary>
    /// What the second is better by: its accuracy less that of the first over all <paramref name="rows"/>,
    /// <see cref="Difference"/> with the other sign.
    /// </summary>
    public Interval Gain(long rows, double confidence = Interval.DefaultConfidence) => Difference(rows, confidence).Turned();

    /// <summary>
    /// Accuracy of the first less that of the second over all <paramref name="rows"/>, (b − c)/n. The interval is Wald's
    /// after adding ½ to each cell of the table, which repairs its coverage on few rows (A. Agresti, Y. Min, 2005,
    /// Statistics in Medicine 24:729–740).
    /// </summary>
    public Interval Difference(long rows, double confidence = Interval.DefaultConfidence)
    {
        if (rows == 0) return Interval.Undefined("there are no rows", confidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, OnlyFirstRight + OnlySecondRight);
        double b = OnlyFirstRight + 0.5, c = OnlySecondRight + 0.5, n = rows + 2.0;
        double centre    = (b - c) / n;
        double halfWidth = Normal.TwoSidedQuantile(confidence) * Math.Sqrt(b + c - (b - c) * (b - c) / n) / n;
        double difference = (double)(OnlyFirstRight - OnlySecondRight) / rows;
        return new Interval(
            difference, Math.Max(-1, centre - halfWidth), Math.Min(1, centre + halfWidth), confidence, "Agresti–Min");
    }
}
