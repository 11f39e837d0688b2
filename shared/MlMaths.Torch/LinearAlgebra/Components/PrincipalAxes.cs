namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The axes along which rows scatter, for drawing reference rows that lie as the data lie.
/// <code>
/// XᵀX / n = V diag(λ) Vᵀ        λ₁ ≥ λ₂ ≥ …, columns of V [d, m] the axes with λ above rounding
/// </code>
/// </summary>
internal sealed class PrincipalAxes
{
    public PrincipalAxes(CentredRows rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = TensorCopy.Of(rows.Values, [rows.Count, rows.Columns]);
        (Tensor eigenvalues, Tensor V) = torch.linalg.eigh(X.t().mm(X) / rows.Count);
        double[] λ = [.. eigenvalues.flip(0).data<double>()];
        Count = λ.Count(value => value > 1e-12 * λ[0]);
        Deviations = [.. λ.Take(Count).Select(Math.Sqrt)];
        Tensor axes = V.flip(1).narrow(1, 0, Count);
        Columns = [.. axes.t().contiguous().data<double>()];
        Scores = [.. X.mm(axes).data<double>()];
    }

    /// <summary>m: axes with any spread.</summary>
    public int Count { get; }

    /// <summary>√λ, descending.</summary>
    public double[] Deviations { get; }

    /// <summary>The axes one after the other, [m, d].</summary>
    public double[] Columns { get; }

    /// <summary>Coordinates of the rows along the axes, [n, m].</summary>
    public double[] Scores { get; }

    /// <summary>From coordinates along the axes [n, m] back to rows [n, d].</summary>
    public double[] Rows(double[] scores)
    {
        int d = Columns.Length / Count, n = scores.Length / Count;
        double[] rows = new double[n * d];
        for (int i = 0; i < n; i++)
        {
            for (int axis = 0; axis < Count; axis++)
                RowArithmetic.AddTo(rows.AsSpan(i * d, d), Columns.AsSpan(axis * d, d), scores[i * Count + axis]);
        }
        return rows;
    }
}
