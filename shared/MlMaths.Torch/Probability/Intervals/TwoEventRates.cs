namespace MlMaths.Torch.Probability;

/// <summary>
/// Two Poisson counts: x₁ events in t₁ periods, x₂ in t₂. If both periods have the same rate, each event of the n = x₁ + x₂
/// falls into the second part with probability t₂/(t₁ + t₂), so the exact test is one of a coin (J. Przyborowski and
/// H. Wilenski, 1940, Biometrika 31:313–323), and the exact interval of the coin's share s is one of the ratio of rates.
/// <code>
/// x₂ | n ~ Binomial(n, s),  s = λ₂t₂ / (λ₁t₁ + λ₂t₂)   ⇒   λ₂/λ₁ = s/(1 − s) · t₁/t₂
/// </code>
/// </summary>
public sealed record TwoEventRates
{
    private const string Method = "conditional, Clopper–Pearson";

    /// <param name="firstEvents">x₁, 0 or more.</param>
    /// <param name="firstPeriods">t₁, above 0.</param>
    /// <param name="secondEvents">x₂, 0 or more.</param>
    /// <param name="secondPeriods">t₂, above 0, in the same unit.</param>
    public TwoEventRates(long firstEvents, double firstPeriods, long secondEvents, double secondPeriods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstEvents);
        ArgumentOutOfRangeException.ThrowIfNegative(secondEvents);
        Finite.Positive(firstPeriods);
        Finite.Positive(secondPeriods);
        (FirstEvents, FirstPeriods, SecondEvents, SecondPeriods) = (firstEvents, firstPeriods, secondEvents, secondPeriods);
    }

    /// <summary>x₁.</summary>
    public long FirstEvents { get; }

    /// <summary>t₁.</summary>
    public double FirstPeriods { get; }

    /// <summary>x₂.</summary>
    public long SecondEvents { get; }

    /// <summary>t₂.</summary>
    public double SecondPeriods { get; }

    /// <summary>The exact test of “the rate has not changed”; p is 1 where nothing happened at all.</summary>
    public ExactTest Test() =>
        CountLaw.OfBinomial(FirstEvents + SecondEvents, SecondPeriods / (FirstPeriods + SecondPeriods))
            .Test(SecondEvents);

    /// <summary>λ₂/λ₁ with its exact interval; undefined where the first part has no event, without an upper end there.</summary>
    public Interval Ratio(double confidence = Interval.DefaultConfidence)
    {
        if (FirstEvents == 0) return Interval.Undefined("there was no event before, and a ratio to a rate of 0 is not defined", confidence);
        Interval share = ClopperPearsonInterval.Of(SecondEvents, FirstEvents + SecondEvents, confidence);
        double scale = FirstPeriods / SecondPeriods;
        return new Interval(Odds(share.Value!.Value), Odds(share.Low!.Value), Odds(share.High!.Value), confidence, Method);

        double Odds(double s) => s / (1 - s) * scale;
    }

    /// <summary>
    /// The exact interval of one rate (F. Garwood, 1936, Biometrika 28:437–442): waiting times of the x-th and of the
    /// (x + 1)-th event are gamma distributed.
    /// </summary>
    public static Interval EventRate(long events, double periods, double confidence = Interval.DefaultConfidence)
    {
        double tail = (1 - Interval.Checked(confidence)) / 2;
        double low = events == 0 ? 0 : Gamma.Quantile(tail, events), high = Gamma.Quantile(1 - tail, events + 1);
        return new Interval(events / Finite.Positive(periods), low / periods, high / periods, confidence,
            "Garwood, exact");
    }
}
