namespace MlMaths.Torch.Probability;

/// <summary>
/// How often an interval holds the truth, without drawing anything: every outcome that can happen is weighed with its
/// probability, so the answer has no sampling error. Outcomes rarer than 1e-12 in all are left out.
/// <code>
/// coverage = Σₓ P(x | π) [π in interval(x)]
/// </code>
/// </summary>
public static class IntervalCoverage
{
    private const double Negligible = 1e-14;

    /// <summary>Of an interval for one rate π.</summary>
    public static double OfProportion(double proportion, int trials, Func<long, Interval> intervalOf)
    {
        var law = CountLaw.OfBinomial(trials, proportion);
        return Outcomes(law).Where(x => intervalOf(x).Contains(proportion)).Sum(law.Mass);
    }

    /// <summary>Of an interval for something of two rates.</summary>
    /// <param name="first">The first rate.</param>
    /// <param name="firstTrials">n₁.</param>
    /// <param name="second">The second rate.</param>
    /// <param name="secondTrials">n₂.</param>
    /// <param name="truth">What the interval should hold.</param>
    /// <param name="intervalOf">The interval of an outcome; one without ends does not hold anything.</param>
    public static double OfTwo(
        double first, long firstTrials, double second, long secondTrials, double truth,
        Func<TwoProportions, Interval> intervalOf)
    {
        Finite.Checked(truth);
        CountLaw one = CountLaw.OfBinomial(firstTrials, first), other = CountLaw.OfBinomial(secondTrials, second);
        double covered = 0;
        foreach (long x1 in Outcomes(one))
        {
            foreach (long x2 in Outcomes(other))
            {
                if (intervalOf(new TwoProportions(x1, firstTrials, x2, secondTrials)).Contains(truth))
                    covered += one.Mass(x1) * other.Mass(x2);
            }
        }

        return covered;
    }

    /// <summary>How many pairs of outcomes <see cref="OfTwo"/> would look at.</summary>
    public static long Pairs(double first, long firstTrials, double second, long secondTrials) =>
        (long)Outcomes(CountLaw.OfBinomial(firstTrials, first)).Count() * Outcomes(CountLaw.OfBinomial(secondTrials, second)).Count();

    private static IEnumerable<long> Outcomes(CountLaw law)
    {
        for (long x = law.First; x <= law.Last; x++)
            if (law.Mass(x) > Negligible) yield return x;
    }
}
