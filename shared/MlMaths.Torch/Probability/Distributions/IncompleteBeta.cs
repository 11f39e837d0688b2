namespace MlMaths.Torch.Probability;

/// <summary>
/// The regularised incomplete beta function and its inverse, by logarithms, so that the smallest tail keeps its digits.
/// <code>
/// I_x(a, b) = xᵃ yᵇ / (a B(a, b)) · 1/(1 + d₁/(1 + d₂/(1 + …)))          y = 1 − x,  x ≤ (a + 1)/(a + b + 2)
/// d₂ₘ   =  m(b − m)x / ((a + 2m − 1)(a + 2m))
/// d₂ₘ₊₁ = −(a + m)(a + b + m)x / ((a + 2m)(a + 2m + 1))
/// I_x(a, b) = 1 − I_y(b, a)                                             for a larger x
/// xᵃ yᵇ / B(a, b) = √(ab/2πn) · exp(δ(n) − δ(a) − δ(b) − D(a, nx) − D(b, ny))     n = a + b
/// </code>
/// with δ and D of <see cref="StirlingError"/>. The fraction takes about √max(a, b) terms.
/// Source: NIST Digital Library of Mathematical Functions, 8.17(v); Lentz, 1976, Applied Optics 15:668.
/// </summary>
internal static class IncompleteBeta
{
    // 30 million terms of the fraction: a fraction of a second.
    private const double Largest = 1e15;

    /// <summary>ln I_x(a, b) from x and y = 1 − x, of which the smaller one has to be exact.</summary>
    public static double Log(double a, double b, double x, double y)
    {
        if (x <= 0) return double.NegativeInfinity;
        if (y <= 0) return 0;
        return x <= (a + 1) / (a + b + 2)
            ? LogPower(a, b, x, y) - LogDivisor(a, b, x, y)
            : LogOfRest(LogPower(a, b, x, y) - LogDivisor(b, a, y, x));
    }

    /// <summary>
    /// The x with I_x(a, b) = p, or with 1 − I_x(a, b) = p; right to its last digits where x is small.
    /// </summary>
    public static double Quantile(double a, double b, double p, bool upper)
    {
        double goal = Math.Log(p), u = Math.Log(a / (a + b)), low = double.NegativeInfinity, high = 0;
        for (int step = 0; step < 300; step++)
        {
            double x = Math.Exp(u), y = -LessOne(u);
            double tail = upper ? Log(b, a, y, x) : Log(a, b, x, y);
            double miss = upper ? goal - tail : tail - goal; // rises with u in both cases
            (low, high) = miss > 0 ? (low, u) : (u, high);
            double slope = Math.Exp(LogPower(a, b, x, y) - tail) / y; // d ln tail / du
            double next = u - miss / slope;
            if (miss == 0 || Math.Abs(next - u) <= 2e-16 * Math.Max(1, Math.Abs(u))) return Math.Exp(next);
            if (!(next > low && next < high))
                next = double.IsInfinity(low) ? 2 * u - 1 : (low + high) / 2;
            if (next == low || next == high) return Math.Exp(next);
            u = next;
        }

        return Math.Exp(u);
    }

    /// <summary>Both parameters of a beta distribution, positive and no larger than the fraction can bear.</summary>
    public static double Checked(double parameter, string name) => parameter is > 0 and <= Largest
        ? parameter
        : throw new ArgumentOutOfRangeException(name, parameter, $"It lies above 0, and is at most {Largest:0e0}.");

    /// <summary>ln xᵃ yᵇ / B(a, b).</summary>
    private static double LogPower(double a, double b, double x, double y)
    {
        double n = a + b;
        return 0.5 * (Math.Log(a) + Math.Log(b / n) - Math.Log(Math.Tau)) + StirlingError.Of(n) - StirlingError.Of(a) - StirlingError.Of(b)
            - StirlingError.Deviance(a, n * x) - StirlingError.Deviance(b, n * y);
    }

    private static double LogDivisor(double a, double b, double x, double y) =>
        a >= 1 && b >= 1 ? -Math.Log(EvenPart(a, b, x, y)) : Math.Log(a) + Math.Log(Fraction(a, b, x));

    /// <summary>
    /// The same fraction, two terms at a time, divided by a: all its terms are positive, where those of the other
    /// cancel at large a. λ comes from the smaller one of x and y. Source: A. R. Didonato, A. H. Morris, 1992, ACM TOMS 18:360,
    /// formula 9.
    /// <code>
    /// r  = α₁/(β₁ + α₂/(β₂ + …)),   λ = a − nx = ny − b
    /// α₁ = 1,  αₖ₊₁ = (a + k − 1)(a + b + k − 1) k (b − k) x² / (a + 2k − 1)²
    /// βₖ₊₁ = k + k(b − k)x/(a + 2k − 1) + (a + k)/(a + 2k + 1) (λ + 1 + k(1 + y))
    /// </code>
    /// </summary>
    private static double EvenPart(double a, double b, double x, double y)
    {
        double c = 1 + (x < y ? a - (a + b) * x : (a + b) * y - b), c1 = 1 + 1 / a;
        double an = 0, bn = 1, next = 1, divisor = c / c1, r = c1 / c;
        for (double k = 1; ; k++)
        {
            double w = k * (b - k) * x, s = a + 2 * k - 1;
            double α = (1 + (k - 1) / a) * (1 + (b + k - 1) / a) * (a / s) * (a / s) * (w * x);
            double β = k + w / s + (1 + k / a) / (c1 + 2 * k / a) * (c + k * (1 + y));
            (an, next) = (next, α * an + β * next);
            (bn, divisor) = (divisor, α * bn + β * divisor);
            double before = r;
            r = next / divisor;
            if (Math.Abs(r - before) <= 1e-16 * r || k > 1e8) return r;
            (an, bn, next, divisor) = (an / divisor, bn / divisor, r, 1);
        }
    }

    /// <summary>1 + d₁/(1 + d₂/(1 + …)), by Lentz's way from the front.</summary>
    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        double value = 1, c = 1, d = 0;
        for (double m = 0; ; m++)
        {
            double before = value;
            if (m > 0) Turn(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            Turn(-(a + m) / (a + 2 * m) * (a + b + m) / (a + 2 * m + 1) * x);
            if (Math.Abs(value - before) <= 1e-16 * Math.Abs(value) || m > 1e8) return value;
        }

        void Turn(double term)
        {
            d = 1 + term * d;
            c = 1 + term / c;
            if (Math.Abs(d) < tiny) d = tiny;
            if (Math.Abs(c) < tiny) c = tiny;
            d = 1 / d;
            value *= c * d;
        }
    }

    // ln(1 − e^l): near 0 and far below it each form has its own cancellation.
    private static double LogOfRest(double l)
    {
        if (l > -Math.Log(2)) return Math.Log(-LessOne(l));
        double e = Math.Exp(l), rest = 1 - e;
        // ln(1 − e), with what rounding took from 1 − e put back
        return rest == 1 ? -e : Math.Log(rest) * (-e / (rest - 1));
    }

    // eᵘ − 1, whose first digits Math.Exp(u) − 1 loses near 0 (W. Kahan).
    private static double LessOne(double u)
    {
        double e = Math.Exp(u);
        return e == 1 ? u : e - 1 == -1 ? -1 : (e - 1) * u / Math.Log(e);
    }
}
