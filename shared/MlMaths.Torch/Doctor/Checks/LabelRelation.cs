using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// How much features tell of labels, beside labels that were shuffled among the rows: a permutation test of two statistics.
///
/// <code>
/// a straight line     ‖L⁻¹ZᵀY‖²        Z standardised features, LLᵀ = ZᵀZ + λI, Y centred: what ridge explains
/// nearest neighbour   −Σ |yᵢ − yⱼ|     j the row nearest to i; a difference counts 1 at most
/// p = 2 min(p of the line, p of the neighbour), each the share of shuffles (and the labels themselves) that reach the statistic
/// </code>
/// </summary>
/// <remarks>Its tensors live in the caller's scope.</remarks>
internal sealed class LabelRelation
{
    private const double Ridge = 1e-3, VeryFar = 1e300;

    private readonly Tensor _projection;
    private readonly int[] _nearest;
    private readonly bool _hasClasses;
    private readonly int _seed;

    public LabelRelation(Tensor X, bool hasClasses, int seed)
    {
        (_hasClasses, _seed) = (hasClasses, seed);
        Tensor Z = SpecData.Standardised(X.to(torch.ScalarType.Float64));
        Tensor L = torch.linalg.cholesky(
            Z.t().mm(Z) + torch.eye(Z.size(1), dtype: torch.ScalarType.Float64) * (Ridge * Z.size(0)));
        _projection = torch.linalg.solve(L, Z.t());
        // No row is its own neighbour.
        Tensor distances = torch.cdist(Z, Z) + torch.eye(Z.size(0), dtype: torch.ScalarType.Float64) * VeryFar;
        _nearest = [.. TensorNumbers.Of(distances.argmin(1)).Select(one => (int)one)];
    }

    /// <summary>p of labels, from so many shuffles.</summary>
    public double PValue(double[] labels, int shuffles)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor Y = Columns(labels);
        double line = Explained(Y), near = Agreement(labels, null);
        int lines = 1, nears = 1;
        for (int draw = 1; draw <= shuffles; draw++)
        {
            using DisposeScope inner = torch.NewDisposeScope();
            int[] order = Shuffle.Order(labels.Length, _seed, DrawnFor.Checks, draw);
            lines += Explained(PreparedRows.Pick(Y, order)) >= line ? 1 : 0;
            nears += Agreement(labels, order) >= near ? 1 : 0;
        }

        return Math.Min(1, 2.0 * Math.Min(lines, nears) / (shuffles + 1));
    }

    private double Explained(Tensor Y) => _projection.mm(Y).square().sum().ToDouble();

    private double Agreement(double[] labels, int[]? order)
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double own = labels[order is null ? row : order[row]], near = labels[order is null ? _nearest[row] : order[_nearest[row]]];
            sum -= Math.Min(1, Math.Abs(own - near));
        }

        return sum;
    }

    /// <summary>Centred: one column for a number, one for each class else.</summary>
    private Tensor Columns(double[] labels)
    {
        double[] values = [.. labels.Distinct()];
        Tensor Y = _hasClasses
            ? TensorCopy.Of<double>(
                [.. labels.SelectMany(label => values.Select(value => label == value ? 1.0 : 0))], [labels.Length, values.Length])
            : TensorCopy.Of<double>(labels, [labels.Length, 1]);
        return Y - Y.mean([0L]);
    }
}
