namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Moves each batch onto the common mean, the simplest correction of a batch effect.
///
/// <code>
/// x′ᵢ = xᵢ − mean of its batch + mean of all
/// </code>
/// It takes away whatever the batches differ in on average, also what is true: where one batch holds more of a group than
/// another, part of the group goes with it. And it leaves differences of spread and of shape.
/// </summary>
public static class BatchCentring
{
    /// <summary>The corrected rows [n, d], on the device of X; the caller disposes them.</summary>
    public static Tensor Of(Tensor X, IReadOnlyList<string> batches)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor rows = CheckedRows.Of(X).to(torch.ScalarType.Float64);
        var labels = BatchLabels.Of(X, batches);
        Tensor mean = rows.mean([0]), centred = rows - mean;
        Tensor sums = labels.Members(labels.OfRow, X.device).mm(centred); // of the centred rows: a large mean costs no digits
        Tensor means = sums / TensorCopy.Of([.. labels.Sizes.Select(size => (double)size)],
            device: X.device).unsqueeze(1);
        Tensor own = TensorCopy.Of(labels.OfRow, torch.ScalarType.Int64, X.device);
        return (rows - means.index_select(0, own)).MoveToOuterDisposeScope();
    }
}
