namespace MlMaths.Torch.Probability;

/// <summary>
/// What is to be believed of p₂ − p₁ after the counts, if before them every rate was as plausible as any other. Then each
/// rate has a beta distribution (T. Bayes, 1763), and the difference is one integral:
/// <code>
/// pᵢ | xᵢ, nᵢ ~ Beta(xᵢ + 1, nᵢ − xᵢ + 1)
/// P(p₂ − p₁ ≤ d) = ∫ f₂(p) (1 − F₁(p − d)) dp
/// density at d   = ∫ f₂(p) f₁(p − d) dp
/// </code>
/// Both densities are tabulated over their own 40 standard deviations, relative to their peak, so that no beta function is
/// needed and a billion trials are as easy as ten.
/// </summary>
public sealed class PosteriorDifference
{
    private readonly Density _first, _second;

    private PosteriorDifference(Density first, Density second) => (_first, _second) = (first, second);

    /// <summary>From the counts of both.</summary>
    public static PosteriorDifference Of(TwoProportions counts) => new(
        new Density(counts.FirstSuccesses, counts.FirstTrials), new Density(counts.SecondSuccesses, counts.SecondTrials));

    /// <summary>The mean of the difference.</summary>
    public double Mean => _second.Mean - _first.Mean;

    /// <summary>Its standard deviation.</summary>
    public double Deviation => Math.Sqrt(_first.Variance + _second.Variance);

    /// <summary>P(p₂ &gt; p₁).</summary>
    public double Greater => 1 - AtMost(0);

    /// <summary>P(|p₂ − p₁| ≤ r).</summary>
    public double Within(double rope) => Math.Max(0, AtMost(Finite.NotNegative(rope)) - AtMost(-rope));

    /// <summary>P(p₂ − p₁ ≤ d).</summary>
    public double AtMost(double difference) =>
        Math.Clamp(_second.Expectation(p => 1 - _first.Cumulative(p - Finite.Checked(difference))), 0, 1);

    /// <summary>How dense the belief is at a difference.</summary>
    public double DensityAt(double difference) => _second.Expectation(p => _first.At(p - Finite.Checked(difference)));

    /// <summary>One beta distribution as a table.</summary>
    private sealed class Density
    {
        private const int Points = 8000, Deviations = 40;

        private readonly double _from, _step;
        private readonly double[] _mass, _cumulative;

        public Density(long successes, long trials)
        {
            double a = successes + 1.0, b = trials - successes + 1.0;
            Mean = a / (a + b);
            Variance = Mean * (1 - Mean) / (a + b + 1);
            double reach = Deviations * Math.Sqrt(Variance), peak = (double)successes / trials;
            _from = Math.Max(0, Mean - reach);
            _step = (Math.Min(1, Mean + reach) - _from) / Points;
            _mass = [.. Enumerable.Range(0, Points).Select(i => Math.Exp(Log(_from + (i + 0.5) * _step) - Log(peak)))];
            double sum = _mass.Sum(), running = 0;
            _cumulative = new double[Points + 1];
            for (int i = 0; i < Points; i++)
            {
                _mass[i] /= sum;
                _cumulative[i + 1] = running += _mass[i];
            }

            double Log(double p) => (successes == 0 ? 0 : successes * Math.Log(p))
                + (trials == successes ? 0 : (trials - successes) * Math.Log(1 - p));
        }

        public double Mean { get; }

        public double Variance { get; }

        public double At(double p)
        {
            double place = (p - _from) / _step;
            return place < 0 || place >= Points ? 0 : _mass[(int)place] / _step;
        }

        public double Cumulative(double p)
        {
            double place = (p - _from) / _step;
            if (place <= 0) return 0;
            if (place >= Points) return 1;
            int cell = (int)place;
            return _cumulative[cell] + (place - cell) * _mass[cell];
        }

        public double Expectation(Func<double, double> of)
        {
            double sum = 0;
            for (int i = 0; i < Points; i++)
                if (_mass[i] > 0) sum += _mass[i] * of(_from + (i + 0.5) * _step);
            return sum;
        }
    }
}
