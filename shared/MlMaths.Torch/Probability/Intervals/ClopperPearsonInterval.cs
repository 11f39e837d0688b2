namespace MlMaths.Torch.Probability;

/// <summary>
/// The exact interval of a proportion x/n (C. J. Clopper and E. S. Pearson, 1934, Biometrika 26:404–413): all rates that
/// neither one-sided binomial test rejects. Its coverage is never below the nominal one, whatever the rate, while
/// Wilson's is nominal on average over the rates: this one is for a promise that must hold.
/// <code>
/// P(X ≥ x | low) = α/2,  P(X ≤ x | high) = α/2   ⇒
/// low  = quantile α/2     of Beta(x, n − x + 1)      0 at x = 0
/// high = quantile 1 − α/2 of Beta(x + 1, n − x)      1 at x = n
/// </code>
/// </summary>
public static class ClopperPearsonInterval
{
    /// <summary>The interval of <paramref name="successes"/> in <paramref name="trials"/>; undefined without a trial.</summary>
    public static Interval Of(long successes, long trials, double confidence = Interval.DefaultConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        double alpha = 1 - Interval.Checked(confidence);
        if (trials == 0) return Interval.Undefined("a proportion of no trials", confidence);

        double low  = successes == 0 ? 0 : Beta.Quantile(alpha / 2, successes, trials - successes + 1);
        double high = successes == trials ? 1 : Beta.UpperQuantile(alpha / 2, successes + 1, trials - successes);
        return new Interval((double)successes / trials, low, high, confidence, "Clopper–Pearson");
    }
}
