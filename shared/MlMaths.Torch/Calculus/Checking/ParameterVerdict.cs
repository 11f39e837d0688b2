namespace MlMaths.Torch.Calculus.Checking;

/// <summary>What was found of one parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Coordinates">Those that were looked at.</param>
public sealed record ParameterVerdict(string Parameter, IReadOnlyList<CheckedCoordinate> Coordinates)
{
    /// <summary>max |a − r|.</summary>
    public double ToAutograd => Coordinates.Max(one => Math.Abs(one.ByHand - one.ByAutograd));

    /// <summary>max |a − d|, kinks aside; null where every coordinate has one.</summary>
    public double? ToDifferences => Coordinates.Where(one => one.Label != CoordinateLabel.Kink).Max(one => (double?)Math.Abs(one.ByHand - one.ByDifferences));

    /// <summary>How many coordinates have that label.</summary>
    public int Count(CoordinateLabel label) => Coordinates.Count(one => one.Label == label);

    /// <summary>The verdict, in a sentence.</summary>
    public string Sentence
    {
        get
        {
            int n = Coordinates.Count, wrong = Count(CoordinateLabel.Wrong);
            if (wrong == 0)
            {
                string others = string.Join(", ", Others());
                return FormattableString.Invariant($"{Parameter}: right, {ToAutograd:0.0e-0} from autograd at most")
                    + (others.Length > 0 ? $"; of {n} coordinates {others}." : ".");
            }

            WrongAnswer[] who = [.. Coordinates.Where(one => one.Label == CoordinateLabel.Wrong).Select(one => one.Wrong).Distinct()];
            string said = who is [WrongAnswer.Hand] ? "the answer by hand is wrong: autograd and differences contradict it"
                : who is [WrongAnswer.Autograd] ? "autograd's answer is wrong: the one by hand and differences contradict it, as where something on the way was detached"
                : who is [WrongAnswer.Both] ? "both derivatives contradict the differences: the loss that is tried is not the one that is differentiated, or both are wrong"
                : "no two answers agree throughout";
            return $"{Parameter}: in {wrong} of {n} coordinates {said}.";
        }
    }

    private IEnumerable<string> Others()
    {
        if (Count(CoordinateLabel.Kink) is > 0 and int kinks) yield return $"{kinks} with a kink within the step of the difference";
        if (Count(CoordinateLabel.Truncation) is > 0 and int truncated) yield return $"{truncated} where the usual step is too long";
        if (Count(CoordinateLabel.Rounding) is > 0 and int rounded) yield return $"{rounded} where the difference drowns in rounding";
    }
}
