namespace MlMaths.Torch.Calculus;

/// <summary>What was found of one parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Coordinates">Those that were looked at.</param>
public sealed record CheckedParameter(string Parameter, IReadOnlyList<CheckedCoordinate> Coordinates)
{
    /// <summary>max |a − r|.</summary>
    public double ToAutograd => Coordinates.Max(one => Math.Abs(one.ByHand - one.ByAutograd));

    /// <summary>max |a − d|, kinks aside; null where every coordinate has one.</summary>
    public double? ToDifferences => Coordinates.Where(one => one.Label != CoordinateLabel.Kink)
        .Max(one => (double?)Math.Abs(one.ByHand - one.ByDifferences));

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
                string apart = ToAutograd == 0
                    ? "equal to autograd to the last bit"
                    : FormattableString.Invariant($"{ToAutograd:0.0e-0} from autograd at most");
                return $"{Parameter}: right, {apart}"
                    + (others.Length == 0 ? "." : n == 1 ? $"; {others}." : $"; of {n} coordinates {others}.");
            }

            WrongAnswer[] who = [.. Coordinates.Where(one => one.Label == CoordinateLabel.Wrong).Select(one => one.Wrong).Distinct()];
            string said = who is [WrongAnswer.Hand] ? "the answer by hand is wrong: autograd and differences contradict it"
                : who is [WrongAnswer.Autograd]
                    ? "autograd's answer is wrong: "
                        + "the one by hand and differences contradict it, as when something in between was detached"
                : who is [WrongAnswer.Both]
                    ? "both derivatives contradict the differences: "
                        + "the loss evaluated is not the one differentiated, or both are wrong"
                : "no two answers agree everywhere";
            return n == 1 ? $"{Parameter}: {said}." : $"{Parameter}: in {wrong} of {n} coordinates {said}.";
        }
    }

    private IEnumerable<string> Others()
    {
        (CoordinateLabel Label, string Words)[] reasons =
        [
            (CoordinateLabel.Kink, "with a kink within the step of the difference"),
            (CoordinateLabel.Truncation, "where the usual step is too long"),
            (CoordinateLabel.Rounding, "where the difference is lost in rounding"),
        ];
        return reasons.Where(reason => Count(reason.Label) > 0)
            .Select(reason => Coordinates.Count == 1 ? reason.Words : $"{Count(reason.Label)} {reason.Words}");
    }
}
