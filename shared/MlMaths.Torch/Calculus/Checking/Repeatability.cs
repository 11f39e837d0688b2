using MlMaths.Torch.Data;

namespace MlMaths.Torch.Calculus.Checking;

/// <summary>Whether a question has the same answer twice; differences of a loss that is drawn anew each time mean nothing.</summary>
internal static class Repeatability
{
    /// <summary>Null where both sources answer alike each time; a sentence where they do not.</summary>
    public static string? WhyNot(IGradientSource hand, IGradientSource autograd, Batch batch, Precision precision)
    {
        double first = hand.Loss(batch), second = hand.Loss(batch);
        if (!(Math.Abs(first - second) <= precision.DerivativeTolerance * Math.Max(Math.Abs(first), Math.Abs(second))))
            return FormattableString.Invariant($"The loss was {first:G6} and then {second:G6} at the same θ: something is drawn anew each time, such as a dropout mask. Fix it, and check again.");
        foreach ((string name, IGradientSource source) in new[] { ("by hand", hand), ("by autograd", autograd) })
        {
            double[] once = GradientVerdict.GradientOf(source, batch), again = GradientVerdict.GradientOf(source, batch);
            double apart = once.Zip(again, (x, y) => Math.Abs(x - y)).Max(), size = once.Concat(again).Max(Math.Abs);
            if (!(apart <= precision.DerivativeTolerance * size))
                return FormattableString.Invariant($"The gradient {name} differs by {apart:0.0e-0} from itself at the same θ: something is drawn anew each time, such as a dropout mask. Fix it, and check again.");
        }

        return null;
    }
}
