namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>How near an answer must come to be right: what a person across the table would let pass.</summary>
internal enum Closeness
{
    /// <summary>One part in twenty, so that two digits are enough.</summary>
    Relative,

    /// <summary>A share from 0 to 1: one part in twenty of it or of what it lacks, whichever is less; two decimals do.</summary>
    Share,

    /// <summary>How many of a hundred: one part in twenty, or the nearest whole number.</summary>
    Count,

    /// <summary>"About how many": one part in twenty, and the nearest whole number too.</summary>
    Whole,

    /// <summary>A number that one counts, without rounding.</summary>
    Exact,
}

/// <summary>The numbers behind the words.</summary>
internal static class ClosenessRule
{
    private const double OnePartInTwenty = 0.05, HalfOfTheLastDecimal = 0.005, HalfOfOne = 0.5, RoundingOfDoubles = 1e-9;

    /// <summary>The largest distance from the key that is right.</summary>
    public static double Allowed(this Closeness closeness, double key) => closeness switch
    {
        Closeness.Share when key is > 0.5 and <= 1 => Math.Max(
            OnePartInTwenty * (1 - key), Math.Min(HalfOfTheLastDecimal, (1 - key) / 2)) + RoundingOfDoubles,
        Closeness.Count => Math.Max(OnePartInTwenty * Math.Abs(key), HalfOfOne),
        Closeness.Exact => RoundingOfDoubles * Math.Max(1, Math.Abs(key)),
        _ => OnePartInTwenty * Math.Abs(key) + RoundingOfDoubles * Math.Abs(key),
    };

    /// <summary>
    /// Whether an answer that is rounded as one rounds tells the key from a mistake: to three digits, or to whole ones where one counts.
    /// </summary>
    public static bool Tells(this Closeness closeness, double key, double mistake)
    {
        double distance = Math.Abs(mistake - key);
        return closeness switch
        {
            Closeness.Exact => distance > closeness.Allowed(key),
            Closeness.Count => distance > 2 * HalfOfOne + RoundingOfDoubles,
            Closeness.Whole => distance > InThreeDigits(key) && Math.Round(mistake) != Math.Round(key),
            _ => distance > InThreeDigits(key),
        };
    }

    private static double InThreeDigits(double key) =>
        key == 0 ? 0 : 1.01 * Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(key))) - 2);
}
