using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// ŷ = Aθ with the least Σ|yᵢ − ŷᵢ|, A = [1 | X] [n, p]: a far row pulls no harder than a near one.
///
/// <code>
/// L(θ) = Σᵢ |rᵢ|,  r = y − Aθ              convex, flat pieces that meet at kinks: a minimum lies where p rows have rᵢ = 0
/// ∂L   = −Σ sᵢaᵢ                            sᵢ = sign rᵢ, and any number from −1 to 1 where rᵢ = 0
/// θ is a minimum  ⇔  Σ_{r≠0} sign(rᵢ)aᵢ + Σ_{B} sₖaₖ = 0  with all |sₖ| ≤ 1        B the p rows with rᵢ = 0
/// </code>
/// The p rows B give θ (A_Bθ = y_B) and their pulls s (A_Bᵀs = −g, g the sum over all other rows). Where a pull is beyond ±1 its
/// row cannot hold the line: let it go, and slide along the edge on which the other p − 1 rows still fit,
/// <code>
/// θ + td,  A_B d = −sign(sₖ)eₖ              slope 1 − |sₖ| &lt; 0, and 2|aᵢ·d| more past each row with rᵢ = t aᵢ·d
/// </code>
/// until the slope turns: the row met there takes the other's place. Each slide lowers L, so that it ends, at a minimum, with a
/// proof of it: the pulls.
/// Source: Barrodale and Roberts, 1973, SIAM Journal on Numerical Analysis 10:839; Koenker, Quantile Regression (2005), chapter 6.
/// </summary>
/// <param name="Weights">θ = [b | w].</param>
/// <param name="Passing">B: the p rows that the fit goes through.</param>
/// <param name="LargestPull">Largest |sₖ|: a minimum is proved by 1 or less.</param>
/// <param name="Slides">Rows exchanged on the way.</param>
public sealed record LeastAbsoluteDeviations(double[] Weights, IReadOnlyList<int> Passing, double LargestPull, int Slides)
{
    private const int MaxSlides = 20_000;

    /// <summary>Whether the pulls prove a minimum.</summary>
    public bool IsMinimum => LargestPull <= 1 + 1e-6;

    /// <summary>Starts from the rows that least squares comes nearest to.</summary>
    /// <param name="columns">d columns of n numbers, none a combination of others.</param>
    /// <param name="y">n targets, n above d + 1.</param>
    /// <param name="cancellation">Asked before each exchange of rows.</param>
    public static LeastAbsoluteDeviations Fit(IReadOnlyList<double[]> columns, double[] y, CancellationToken cancellation = default) =>
        Fit(columns, y, LeastSquares.Fit(columns, y), cancellation);

    /// <summary>The same, where the fit by least squares is known.</summary>
    /// <param name="columns">d columns of n numbers, none a combination of others.</param>
    /// <param name="y">n targets, n above d + 1.</param>
    /// <param name="near">Least squares on the same rows.</param>
    /// <param name="cancellation">Asked before each exchange of rows.</param>
    public static LeastAbsoluteDeviations Fit(
        IReadOnlyList<double[]> columns, double[] y, LeastSquares near, CancellationToken cancellation = default)
    {
        double[][] rows = [.. Enumerable.Range(0, y.Length).Select(i => (double[])[1, .. columns.Select(column => column[i])])];
        var vertex = new AbsoluteErrorVertex(rows, SetApart(y), near.Residuals);
        int slides = 0;
        do
        {
            if (!vertex.IsFactored) vertex.Refactor();
            while (vertex.LargestPull > 1 + 1e-9 && slides < MaxSlides && vertex.TrySlide())
            {
                cancellation.ThrowIfCancellationRequested();
                slides++;
            }
        }
        while (!vertex.IsFactored);
        return new LeastAbsoluteDeviations(vertex.WeightsFor(y), vertex.Passing, vertex.LargestPull, slides);
    }

    // Where more than p rows lie on one line, exchanging them may go in circles. Targets that differ by a billionth of their
    // spread lie on no line together; the rows found are a minimum of the true targets too, as only signs at kinks differ. About
    // their mean, so that a large offset does not swallow the billionth: it moves b and no residual.
    private static double[] SetApart(double[] y)
    {
        var moments = Moments.Of(y);
        var random = new SplitMix64(1, DrawnFor.Sample);
        return [.. y.Select(target => target - moments.Mean + 1e-9 * moments.PopulationDeviation * (random.Unit() - 0.5))];
    }
}
