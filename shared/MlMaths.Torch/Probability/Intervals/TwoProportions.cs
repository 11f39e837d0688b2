namespace MlMaths.Torch.Probability;

/// <summary>
/// Two independent proportions q₁ = x₁/n₁ and q₂ = x₂/n₂: by how much do they differ, and could chance alone have done it?
/// The interval of the difference puts two Wilson intervals [l, u] together (R. G. Newcombe, 1998, Statistics in Medicine
/// 17:873–890, method 10): at its lower end the second rate stands at its lower end and the first at its upper, and
/// independent distances add as squares. The ratio does the same on q₂ − r q₁ = 0 (A. Donner and G. Y. Zou, 2012,
/// Stat. Methods Med. Res. 21:347–359). M. W. Fagerland, S. Lydersen and P. Laake (2015, Stat. Methods Med. Res. 24:224–254)
/// recommend both, for their coverage at a formula that fits on a line.
/// <code>
/// difference  low  = q₂ − q₁ − √((q₂ − l₂)² + (u₁ − q₁)²)
///             high = q₂ − q₁ + √((u₂ − q₂)² + (q₁ − l₁)²)
/// ratio       a = l₂(2q₂ − l₂), b = u₁(2q₁ − u₁):   low  = a / (q₁q₂ + √(q₁²q₂² − ab))
///             a = u₂(2q₂ − u₂), b = l₁(2q₁ − l₁):   high = (q₁q₂ + √(q₁²q₂² − ab)) / b
/// z test      z = (q₂ − q₁) / √(q(1 − q)(1/n₁ + 1/n₂)),   q = (x₁ + x₂)/(n₁ + n₂)
/// exact test  x₂ given x₁ + x₂ is hypergeometric if both rates are one (R. A. Fisher, 1934)
/// </code>
/// </summary>
public sealed record TwoProportions
{
    /// <param name="firstSuccesses">x₁, from 0 to n₁.</param>
    /// <param name="firstTrials">n₁, at least 1.</param>
    /// <param name="secondSuccesses">x₂, from 0 to n₂.</param>
    /// <param name="secondTrials">n₂, at least 1.</param>
    public TwoProportions(long firstSuccesses, long firstTrials, long secondSuccesses, long secondTrials)
    {
        Check(firstSuccesses, firstTrials);
        Check(secondSuccesses, secondTrials);
        (FirstSuccesses, FirstTrials, SecondSuccesses, SecondTrials) = (firstSuccesses, firstTrials, secondSuccesses, secondTrials);
    }

    /// <summary>x₁.</summary>
    public long FirstSuccesses { get; }

    /// <summary>n₁.</summary>
    public long FirstTrials { get; }

    /// <summary>x₂.</summary>
    public long SecondSuccesses { get; }

    /// <summary>n₂.</summary>
    public long SecondTrials { get; }

    /// <summary>q₁.</summary>
    public double First => (double)FirstSuccesses / FirstTrials;

    /// <summary>q₂.</summary>
    public double Second => (double)SecondSuccesses / SecondTrials;

    /// <summary>z; null where all trials went the same way, so that there is no spread.</summary>
    public double? Z
    {
        get
        {
            double q = (double)(FirstSuccesses + SecondSuccesses) / (FirstTrials + SecondTrials);
            return q is 0 or 1 ? null : (Second - First) / Math.Sqrt(q * (1 - q) * (1.0 / FirstTrials + 1.0 / SecondTrials));
        }
    }

    /// <summary>P(|Z| ≥ |z|): quick, and an approximation; null where z is.</summary>
    public double? PValueOfZ => Z is double z ? Normal.TwoSidedPValue(z) : null;

    /// <summary>Fisher's exact test. Its table has about 70 standard deviations of x₂ as rows: a second at 10¹² trials.</summary>
    public ExactTest Fisher() =>
        CountLaw.OfHypergeometric(SecondTrials, FirstSuccesses + SecondSuccesses, FirstTrials + SecondTrials)
            .Test(SecondSuccesses);

    /// <summary>q₂ − q₁ with Newcombe's interval.</summary>
    public Interval Difference(double confidence = Interval.DefaultConfidence)
    {
        (double q1, double l1, double u1) = Wilson(FirstSuccesses, FirstTrials, confidence);
        (double q2, double l2, double u2) = Wilson(SecondSuccesses, SecondTrials, confidence);
        double down = Math.Sqrt((q2 - l2) * (q2 - l2) + (u1 - q1) * (u1 - q1));
        double up   = Math.Sqrt((u2 - q2) * (u2 - q2) + (q1 - l1) * (q1 - l1));
        return new Interval(q2 - q1, Math.Max(-1, q2 - q1 - down), Math.Min(1, q2 - q1 + up), confidence,
            "Newcombe, from two Wilson intervals");
    }

    /// <summary>q₂/q₁ with Donner and Zou's interval; undefined where q₁ is 0.</summary>
    public Interval Ratio(double confidence = Interval.DefaultConfidence)
    {
        if (FirstSuccesses == 0) return Interval.Undefined("a ratio to a rate of 0 is not defined", confidence);
        (double q1, double l1, double u1) = Wilson(FirstSuccesses, FirstTrials, confidence);
        (double q2, double l2, double u2) = Wilson(SecondSuccesses, SecondTrials, confidence);
        double both = q1 * q2, a = l2 * (2 * q2 - l2), b = u1 * (2 * q1 - u1);
        double low = a <= 0 ? 0 : a / (both + Root(both, a, b)); // 0/0 where nobody converted afterwards
        (a, b) = (u2 * (2 * q2 - u2), l1 * (2 * q1 - l1));
        double high = (both + Root(both, a, b)) / b;
        return new Interval(q2 / q1, low, high, confidence, "Donner–Zou, from two Wilson intervals");
    }

    private static double Root(double both, double a, double b) => Math.Sqrt(Math.Max(0, both * both - a * b));

    private static (double Value, double Low, double High) Wilson(long successes, long trials, double confidence)
    {
        Interval wilson = WilsonInterval.Of(successes, trials, confidence);
        return (wilson.Value!.Value, wilson.Low!.Value, wilson.High!.Value);
    }

    private static void Check(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
    }
}
