namespace MlMaths.Torch.LinearAlgebra;

/// <summary>Rows that have a mean and distances: a table of finite numbers.</summary>
internal static class CheckedRows
{
    /// <summary>
    /// X [n, d] itself, apart from any gradient, where its squares can be added up (<see cref="SquareRange"/>).
    /// </summary>
    public static Tensor Of(Tensor X)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        new ShapeChecker().Require(X, "X", "n", "d");
        if (X.size(0) < 2 || X.size(1) < 1)
        {
            throw new UserMistakeException(
                $"At least two rows and one column are needed, and there are {X.size(0)} rows of {X.size(1)} columns.");
        }
        Tensor rows = X.detach();
        // Where one number is none, so is the largest and the least.
        Tensor most = rows.amax([0]).to(torch.ScalarType.Float64), least = rows.amin([0]).to(torch.ScalarType.Float64);
        double[] ranges = [.. (most / 2 - least / 2).cpu().data<double>()]; // a range may be twice the largest number
        if (!ranges.All(double.IsFinite))
        {
            throw new UserMistakeException(
                "A row contains a value that is not a finite number: "
                + "fill it or leave the row out.");
        }
        SquareRange.Check(ranges);
        return rows.MoveToOuterDisposeScope();
    }
}
