namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The directions along which rows differ most (K. Pearson, 1901, Philosophical Magazine 2:559–572; H. Hotelling, 1933,
/// Journal of Educational Psychology 24:417–441).
///
/// <code>
/// vₖ  = argmax Var(X v) over all ‖v‖ = 1 at right angles to v₁ … vₖ₋₁       eigenvector k of the covariance
/// λₖ  = Var(X vₖ)        ratioₖ = λₖ / Σ λ
/// Z   = (X − 1mᵀ) V      scores [n, k];   X ≈ 1mᵀ + Z Vᵀ
/// </code>
/// The sign of a direction means nothing; here the largest loading of each is positive, so that a run repeats.
/// Where columns differ in unit, scale them first: the one with the largest numbers would own the first component.
/// </summary>
/// <param name="Means">m of each column.</param>
/// <param name="Components">vₖ, one after the other, each with a loading per column.</param>
/// <param name="ExplainedVariance">λₖ, descending (÷ n − 1).</param>
/// <param name="Ratio">Share of the whole variance, that of components which were not kept included.</param>
/// <param name="SingularValues">sₖ = √(λₖ (n − 1)).</param>
/// <param name="Rows">n, the rows it was fitted on.</param>
/// <param name="Method">How it was computed; never <see cref="PcaMethod.Auto"/>.</param>
public sealed record PrincipalComponents(
    IReadOnlyList<double> Means, IReadOnlyList<IReadOnlyList<double>> Components, IReadOnlyList<double> ExplainedVariance,
    IReadOnlyList<double> Ratio, IReadOnlyList<double> SingularValues, int Rows, PcaMethod Method)
{
    private const long NumbersInBlock = 4_000_000;

    /// <summary>
    /// Components whose variance is more than rounding. The others have a direction that means nothing, and whitening
    /// leaves them out.
    /// </summary>
    public int Rank
    {
        get
        {
            double rounding = Math.Max(Rows, Means.Count) * Math.ScaleB(1, -52);
            double least = ExplainedVariance[0] * (Method == PcaMethod.Svd ? rounding * rounding : rounding);
            return ExplainedVariance.Count(λ => λ > least);
        }
    }

    /// <summary>Fits on X [n, d], which it centres itself.</summary>
    /// <param name="X">At least two different rows, on any device; of the training rows only.</param>
    /// <param name="components">How many to keep; all min(n − 1, d) where it is null.</param>
    /// <param name="method">How to compute them.</param>
    public static PrincipalComponents Fit(Tensor X, int? components = null, PcaMethod method = PcaMethod.Auto)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor rows = CheckedRows.Of(X);
        (long n, long d) = (X.size(0), X.size(1));
        int most = (int)Math.Min(n - 1, d), k = components ?? most;
        if (k < 1 || k > most)
            throw new UserMistakeException($"{k} components were asked for; {n} rows of {d} columns have 1 to {most}.");

        PcaMethod used = method == PcaMethod.Auto ? Spectrum.MethodFor(n, d) : method;
        (Tensor m, Tensor variances, Tensor axes) = Spectrum.Of(rows, used);
        double[] means = [.. m.cpu().data<double>()], λ = [.. variances.cpu().data<double>()];
        double whole = λ.Sum();
        if (whole <= 0)
            throw new UserMistakeException("All rows are alike: there is no variance for components to explain.");

        double[] flat = [.. axes.narrow(0, 0, k).contiguous().cpu().data<double>()];
        double[][] directions = [.. flat.Chunk((int)d).Select(Signed)];
        return new(
            means, directions, λ[..k], [.. λ[..k].Select(one => one / whole)],
            [.. λ[..k].Select(one => Math.Sqrt(one * (n - 1)))], (int)n, used);
    }

    /// <summary>The first k components alone.</summary>
    public PrincipalComponents Take(int k) => k >= 1 && k <= Components.Count
        ? this with
        {
            Components = [.. Components.Take(k)],
            ExplainedVariance = [.. ExplainedVariance.Take(k)],
            Ratio = [.. Ratio.Take(k)],
            SingularValues = [.. SingularValues.Take(k)],
        }
        : throw new ArgumentOutOfRangeException(nameof(k), k, $"There are {Components.Count} components.");

    /// <summary>The scores Z [m, k] of any rows [m, d], new ones too, on their device; the caller disposes them.</summary>
    public Tensor Project(Tensor rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return (Checked(rows) - MeansOn(rows)).mm(AxesOn(rows).t()).MoveToOuterDisposeScope();
    }

    /// <summary>The rows [m, d] that scores [m, j], j up to k, stand for: 1mᵀ + Z Vᵀ.</summary>
    public Tensor Reconstruct(Tensor scores)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        if (scores.dim() != 2 || scores.size(1) > Components.Count)
            throw new ShapeException($"Z: expected [m, k], k up to {Components.Count}, was [{string.Join(", ", scores.shape)}]");
        return (Finite.Checked(scores).mm(AxesOn(scores).narrow(0, 0, scores.size(1))) + MeansOn(scores)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Scores divided by their deviation, zₖ/√λₖ: on the fitted rows uncorrelated and of variance 1. Of the first
    /// <see cref="Rank"/> components.
    /// </summary>
    public Tensor Whiten(Tensor rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int rank = Rank;
        Tensor deviations = TensorCopy.Of([.. ExplainedVariance.Take(rank).Select(Math.Sqrt)], device: rows.device);
        return (Project(rows).narrow(1, 0, rank) / deviations).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The mean squared error per value that 0, 1, …, k components leave in any rows, held-out ones above all: the variance
    /// explained in the fitted rows flatters.
    /// <code>
    /// errorⱼ = 1/(m d) Σᵢ (‖residualᵢ‖² + Σ_{l > j} zᵢₗ²)      residual: after all k; added up, as a difference cancels
    /// </code>
    /// </summary>
    public double[] ReconstructionError(Tensor rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Checked(rows);
        int k = Components.Count;
        Tensor left = torch.zeros(k + 1, torch.ScalarType.Float64, rows.device), V = AxesOn(rows), m = MeansOn(rows);
        long n = rows.size(0), step = Math.Max(1, NumbersInBlock / Means.Count);
        for (long from = 0; from < n; from += step)
        {
            using DisposeScope block = torch.NewDisposeScope();
            Tensor centred = rows.narrow(0, from, Math.Min(step, n - from)) - m, Z = centred.mm(V.t());
            left.narrow(0, 0, k).add_(Z.square().sum([0]));
            left.narrow(0, k, 1).add_((centred - Z.mm(V)).square().sum());
        }

        return [.. (left.flip(0).cumsum(0).flip(0) / ((double)n * Means.Count)).cpu().data<double>()];
    }

    private Tensor Checked(Tensor rows)
    {
        new ShapeChecker().Require(rows, "rows", "m", $"{Means.Count}");
        return Finite.Checked(rows);
    }

    private Tensor MeansOn(Tensor other) => TensorCopy.Of([.. Means], device: other.device);

    private Tensor AxesOn(Tensor other) =>
        TensorCopy.Of([.. Components.SelectMany(axis => axis)], [Components.Count, Means.Count], device: other.device);

    /// <summary>Of loadings that are equally large but for rounding, the first decides.</summary>
    private static double[] Signed(double[] axis)
    {
        double largest = axis.Max(Math.Abs);
        double first = axis.First(loading => Math.Abs(loading) >= largest * (1 - 1e-9));
        return first >= 0 ? axis : [.. axis.Select(loading => -loading)];
    }
}
