using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>Whether autograd can be believed about a loss.</summary>
/// <param name="Contradiction">Why not, in a sentence; null where differences say the same.</param>
/// <param name="IsCutOff">Whether autograd finds no way from the loss to a parameter at all.</param>
internal sealed record OwnLossTrust(string? Contradiction, bool IsCutOff)
{
    /// <summary>Asks autograd and differences at some points.</summary>
    /// <exception cref="UserMistakeException">The loss cannot be graded at all: it is no number, or another one each time.</exception>
    public static OwnLossTrust Of(OwnDerivation derivation, int seed, int points)
    {
        for (int k = 0; k < points; k++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            DerivationPoint at = derivation.Draw(Seeds.Of(seed, DrawnFor.Checks, k));
            string where = string.Join(", ", ExamPoint.SizesOf(at).Select(size => $"{size.Key} = {size.Value}"));
            RequireNumber(derivation, at, where);
            if (NoWay(at))
            {
                return new(
                    "Autograd finds no way from your loss to a parameter (a .detach(), an .item() or a number of C# on the way): "
                    + "differences of the loss decide alone, to about eight digits.", IsCutOff: true);
            }

            using var source = new DerivationSource(at);
            var verdict = GradientVerdict.Of(source, source.Autograd, source.Batch, () => derivation.Kinks(source.Point), seed);
            if (verdict.WhyNone is { } why) throw new UserMistakeException($"at {where}: {why}");
            if (!verdict.IsRight)
            {
                return new(
                    $"Autograd and differences of your loss contradict each other at {where}, as they do where something on the way "
                    + "is detached or jumps: the differences decide alone, to about eight digits.", IsCutOff: false);
            }
        }

        return new(null, IsCutOff: false);
    }

    private static void RequireNumber(OwnDerivation derivation, DerivationPoint at, string where)
    {
        Tensor loss = derivation.Loss(at);
        if (loss.numel() != 1)
        {
            throw new UserMistakeException(
                $"your loss is [{string.Join(", ", loss.shape)}] at {where}, and must be a single number: end it with .sum() or .mean().");
        }

        if (loss.dtype != torch.ScalarType.Float64)
        {
            throw new UserMistakeException(
                $"your loss comes out as {loss.dtype}, and its inputs are Float64: leave their type as it is, since a difference of two "
                + "losses in float32 has three digits at best.");
        }

        double value = loss.ToDouble();
        if (!double.IsFinite(value))
        {
            throw new UserMistakeException(
                $"your loss is {(double.IsNaN(value) ? "not a number" : "infinite")} at {where}: say in Given and Parameters what "
                + "its letters may hold, such as \"p [n] share\" or \"s [] above 0\", or check what it divides by and takes the "
                + "logarithm of.");
        }
    }

    // Autograd refuses a loss that no parameter leads to.
    private static bool NoWay(DerivationPoint at)
    {
        try
        {
            RightAnswer.ByAutograd(at);
            return false;
        }
        catch (Exception cause) when (cause.Message.Contains("does not require grad", StringComparison.Ordinal))
        {
            return true;
        }
    }
}
