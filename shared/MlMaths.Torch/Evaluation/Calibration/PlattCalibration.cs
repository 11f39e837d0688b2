using System.Globalization;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Scores bent into probabilities by a logistic curve: two numbers, so that few rows are enough, but only one shape.
/// <code>
/// p  = σ(a s + c)                                              s: the score, on any scale
/// L  = −Σᵢ tᵢ ln pᵢ + (1 − tᵢ) ln(1 − pᵢ)
/// tᵢ = (n₊ + 1)/(n₊ + 2) for a positive, 1/(n₋ + 2) for a negative      instead of 1 and 0: never quite sure
/// ∂L/∂a = Σ (pᵢ − tᵢ) sᵢ,  ∂L/∂c = Σ (pᵢ − tᵢ)
/// H  = Σ pᵢ(1 − pᵢ) [sᵢ, 1]ᵀ[sᵢ, 1]                              two by two: Newton, halved until the loss falls
/// </code>
/// Source: J. Platt, Probabilistic Outputs for Support Vector Machines (1999); H.-T. Lin, C.-J. Lin, R. Weng, A Note on Platt's
/// Probabilistic Outputs (2007).
/// </summary>
/// <param name="Slope">a; above 0 where a higher score means likelier.</param>
/// <param name="Intercept">c.</param>
public sealed record PlattCalibration(double Slope, double Intercept)
{
    private const int MaxSteps = 100;

    /// <summary>Fitted on rows that the scores were not trained on.</summary>
    /// <exception cref="ArgumentException">A class is missing.</exception>
    public static PlattCalibration Fit(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        Scores.RequireOnePerLabel(labels, scores);
        Scores.RequireFinite(scores);
        int positives = 0;
        foreach (bool label in labels)
            positives += label ? 1 : 0;
        if (positives == 0 || positives == labels.Length)
            throw new ArgumentException("A calibration needs rows of both classes.", nameof(labels));

        double high = (positives + 1.0) / (positives + 2), low = 1.0 / (labels.Length - positives + 2);
        double[] targets = new double[labels.Length];
        for (int row = 0; row < labels.Length; row++)
            targets[row] = labels[row] ? high : low;
        (double centre, double unit) = Scale(scores);
        double[] s = new double[scores.Length];
        for (int row = 0; row < s.Length; row++)
            s[row] = scores[row] / unit - centre / unit; // so that neither a nor c is lost beside the other
        (double a, double c) = Minimum(s, targets);
        double slope = a / unit;
        if (!double.IsFinite(slope))
        {
            throw new UserMistakeException(string.Create(CultureInfo.InvariantCulture,
                $"The scores differ by {NumberText.Brief(unit)}, and a slope over such a number is beyond what a computer's number "
                    + $"holds: give them in other units."));
        }

        return new PlattCalibration(slope, c - a * (centre / unit));
    }

    /// <summary>The probability of a score.</summary>
    public double Probability(double score) => Logit.Probability(Slope * Finite.Checked(score) + Intercept);

    private static (double A, double C) Minimum(double[] s, double[] t)
    {
        double a = 0, c = Math.Log(t.Sum() / (t.Length - t.Sum()));
        double loss = Loss(s, t, a, c);
        for (int step = 0; step < MaxSteps; step++)
        {
            double ga = 0, gc = 0, haa = 0, hac = 0, hcc = 0;
            for (int i = 0; i < s.Length; i++)
            {
                double p = Logit.Probability(a * s[i] + c), weight = p * (1 - p);
                ga += (p - t[i]) * s[i];
                gc += p - t[i];
                haa += weight * s[i] * s[i];
                hac += weight * s[i];
                hcc += weight;
            }

            double determinant = haa * hcc - hac * hac;
            if (Math.Max(Math.Abs(ga), Math.Abs(gc)) < 1e-10 * s.Length || !(determinant > 0))
                break;
            (double da, double dc) = ((hcc * ga - hac * gc) / determinant, (haa * gc - hac * ga) / determinant);
            double share = 1, next;
            while ((next = Loss(s, t, a - share * da, c - share * dc)) > loss && share > 1e-10)
                share /= 2;
            if (!(next < loss))
                break;
            (a, c, loss) = (a - share * da, c - share * dc, next);
        }

        return (a, c);
    }

    private static double Loss(double[] s, double[] t, double a, double c)
    {
        double sum = 0;
        for (int i = 0; i < s.Length; i++)
        {
            double z = a * s[i] + c;
            sum += Logit.Softplus(z) - t[i] * z;
        }

        return sum;
    }

    private static (double Centre, double Unit) Scale(ReadOnlySpan<double> scores)
    {
        var moments = Moments.Of(scores);
        return (moments.Mean, moments.PopulationDeviation > 0 ? moments.PopulationDeviation : 1);
    }
}
