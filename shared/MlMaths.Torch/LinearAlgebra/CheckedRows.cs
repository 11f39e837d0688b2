namespace MlMaths.Torch.LinearAlgebra;

/// <summary>Rows that have a mean and distances: a table of finite numbers.</summary>
internal static class CheckedRows
{
    /// <summary>X [n, d] itself, apart from any gradient. One pass: a sum is finite only if all its terms are.</summary>
    public static Tensor Of(Tensor X)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        new ShapeChecker().Require(X, "X", "n", "d");
        if (X.size(0) < 2 || X.size(1) < 1)
            throw new UserMistakeException($"At least two rows and a column are needed, and there are {X.size(0)} rows of {X.size(1)} columns.");
        Tensor rows = X.detach();
        if (!double.IsFinite(rows.sum(torch.ScalarType.Float64).ToDouble()))
            throw new UserMistakeException("A row holds a value that is no finite number, which has no place among the others: fill it or leave the row out.");
        return rows.MoveToOuterDisposeScope();
    }
}
