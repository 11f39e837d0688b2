namespace MlMaths.Torch.Calculus;

/// <summary>
/// How far a right answer may lie off, in the precision u that it was computed in:
/// <code>
/// |a − r|  ≤  κ u (e + ē/8)           e: rounding to first order, number by number; ē: its largest, for sums in another order
/// |a − r|  ≤  κ u^⅔ max(|L|, |r|) + u^⅔ ē      for central differences at their best step, u^⅓
/// </code>
/// </summary>
internal static class AnswerPrecision
{
    public const double Float64 = 1.1e-16, Float32 = 6e-8;

    private const double Roundings = 32, OfDifferences = 16;

    /// <summary>u of a type.</summary>
    public static double Of(torch.ScalarType type) => type switch
    {
        torch.ScalarType.Float64 or torch.ScalarType.Int64 => Float64,
        torch.ScalarType.Float16 => 5e-4,
        torch.ScalarType.BFloat16 => 4e-3,
        _ => Float32,
    };

    /// <summary>Whether the numbers are right as far as this precision can tell.</summary>
    public static bool IsRight(ExamPoint point, string parameter, SmallTensor given, double u)
    {
        SmallTensor bound = point.Rounding(parameter);
        double largest = bound.Largest, floor = 1e-3 * point.Right.Keys.Max(name => point.Rounding(name).Largest);
        return Within(point.Right[parameter], given, i => Roundings * u * (bound.Numbers[i] + largest / 8 + floor));
    }

    /// <summary>Whether they are as right as central differences of this precision get.</summary>
    public static bool IsRightForDifferences(ExamPoint point, string parameter, SmallTensor given, double u)
    {
        double coarse = Math.Pow(u, 2.0 / 3), size = Math.Max(Math.Abs(point.Loss), point.Right.Values.Max(part => part.Largest));
        double allowed = OfDifferences * coarse * size + coarse * point.Rounding(parameter).Largest;
        return Within(point.Right[parameter], given, _ => allowed);
    }

    /// <summary>Whether the numbers are those of an edit.</summary>
    public static bool IsMatch(SmallTensor expected, SmallTensor given, SmallTensor right, double u)
    {
        double allowed = AllowedOfMatch(expected.Largest, right, u);
        return given.HasShapeOf(expected) && Within(expected, given, _ => allowed);
    }

    /// <summary>How far each number may lie from what an edit leads to.</summary>
    public static double AllowedOfMatch(double largestExpected, SmallTensor right, double u) =>
        Math.Max(1e-9, 500 * u) * Math.Max(Math.Max(largestExpected, 1e-2 * right.Largest), 1e-6);

    private static bool Within(SmallTensor right, SmallTensor given, Func<int, double> allowed)
    {
        if (!given.HasShapeOf(right)) return false;
        for (int i = 0; i < right.Numbers.Length; i++)
        {
            if (!(Math.Abs(given.Numbers[i] - right.Numbers[i]) <= allowed(i))) return false;
        }
        return true;
    }
}
