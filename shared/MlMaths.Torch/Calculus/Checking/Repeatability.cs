using MlMaths.Torch.Data;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// Whether a question has an answer, and the same one twice; differences of a loss that is drawn again each time mean
/// nothing.
/// </summary>
internal static class Repeatability
{
    /// <summary>Null where both sources answer with numbers, alike each time; a sentence where they do not.</summary>
    public static string? WhyNot(IGradientSource hand, IGradientSource autograd, Batch batch, Precision precision, int times = 2)
    {
        double first = hand.Loss(batch);
        if (!double.IsFinite(first))
            return $"The loss is {InWords(first)} at this θ: there is nothing to compare. Check at another point.";
        for (int time = 1; time < times; time++)
        {
            double again = hand.Loss(batch);
            if (!(Math.Abs(first - again) <= precision.DerivativeTolerance * Math.Max(Math.Abs(first), Math.Abs(again))))
            {
                return $"The loss was {NumberText.Formatted(first, "G6")} and then {NumberText.Formatted(again, "G6")} at the same θ: "
                    + "something is drawn again each time, such as a dropout mask. Hold it fixed, and check again.";
            }
        }

        return WhyNot("by hand", hand, batch, precision, times) ?? WhyNot("by autograd", autograd, batch, precision, times);
    }

    private static string? WhyNot(string name, IGradientSource source, Batch batch, Precision precision, int times)
    {
        double[] once = GradientVerdict.GradientOf(source, batch);
        if (once.Count(number => !double.IsFinite(number)) is > 0 and int lost)
        {
            return FormattableString.Invariant($"The gradient {name} is ")
                + FormattableString.Invariant($"{InWords(once.First(number => !double.IsFinite(number)))} in {lost} ")
                + FormattableString.Invariant($"of {once.Length} coordinates: there is nothing to compare. ")
                + "Check at another point.";
        }
        for (int time = 1; time < times; time++)
        {
            double[] again = GradientVerdict.GradientOf(source, batch);
            double apart = once.Zip(again, (x, y) => Math.Abs(x - y)).Max(), size = once.Concat(again).Max(Math.Abs);
            if (!(apart <= precision.DerivativeTolerance * size))
            {
                return FormattableString.Invariant($"The gradient {name} differs by {apart:0.0e-0} from itself at the ")
                    + "same θ: something is drawn again each time, such as a dropout mask. Hold it fixed, and "
                    + "check again.";
            }
        }

        return null;
    }

    private static string InWords(double number) => double.IsNaN(number) ? "not a number" : "infinite";
}
