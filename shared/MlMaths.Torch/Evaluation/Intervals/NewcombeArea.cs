using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The score interval of a ROC area (R. G. Newcombe, 2006, Statistics in Medicine 25:559–573, method 5): all areas θ that lie within
/// z standard errors of the area A that was seen, with the error that θ would have, not the one that A seems to have. It has ends
/// where the rows are separated without a mistake, A = 1, which leave DeLong's variance at 0. With m positives and n₀ negatives:
/// <code>
/// |A − θ| = z √V(θ)        V(θ) = θ(1 − θ) [ 1 + (½(m + n₀) − 1) ( (1 − θ)/(2 − θ) + θ/(1 + θ) ) ] / (m n₀)
/// </code>
/// V is that of scores with exponential laws (J. A. Hanley and B. J. McNeil, 1982, Radiology 143:29–36): too small where one class
/// spreads much wider than the other.
/// </summary>
internal static class NewcombeArea
{
    // Halving [A, 1] so often leaves less than the last digit of a double.
    private const int Halvings = 60;

    public static (double Low, double High) Ends(double area, long positives, long negatives, double confidence)
    {
        double z = Normal.TwoSidedQuantile(confidence);
        return (Farthest(0), Farthest(1));

        // The last θ on the way from A to the edge that is still within z errors.
        double Farthest(double edge)
        {
            double inside = area, outside = edge;
            if (IsWithin(edge)) return edge;
            for (int i = 0; i < Halvings; i++)
            {
                double middle = (inside + outside) / 2;
                if (IsWithin(middle)) inside = middle;
                else outside = middle;
            }

            return inside;
        }

        bool IsWithin(double θ) => Math.Abs(area - θ) <= z * Math.Sqrt(VarianceAt(θ, positives, negatives));
    }

    internal static double VarianceAt(double θ, double m, double n0) =>
        θ * (1 - θ) * (1 + ((m + n0) / 2 - 1) * ((1 - θ) / (2 - θ) + θ / (1 + θ))) / (m * n0);
}
