namespace MlMaths.Torch.LinearAlgebra;

/// <summary>The batch of each row, by number: in the order in which the batches first appear.</summary>
internal sealed record BatchLabels(IReadOnlyList<string> Names, int[] OfRow)
{
    /// <summary>Rows in each batch.</summary>
    public int[] Sizes => [.. Enumerable.Range(0, Names.Count).Select(batch => OfRow.Count(label => label == batch))];

    public static BatchLabels Of(Tensor X, IReadOnlyList<string> batches)
    {
        if (batches.Count != X.size(0))
            throw new ArgumentException($"X has {X.size(0)} rows and there are {batches.Count} batches.", nameof(batches));
        Dictionary<string, int> numbers = [];
        int[] ofRow = new int[batches.Count];
        for (int row = 0; row < ofRow.Length; row++)
        {
            numbers.TryAdd(batches[row], numbers.Count);
            ofRow[row] = numbers[batches[row]];
        }
        return new([.. numbers.Keys], ofRow);
    }

    /// <summary>1 where a row is of a batch, [g, n], of the labels or of another order of them.</summary>
    public Tensor Members(int[] labels, torch.Device device)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor own = TensorCopy.Of(labels, torch.ScalarType.Int64, device);
        return torch.arange(Names.Count, device: device).unsqueeze(1).eq(own).to(torch.ScalarType.Float64).MoveToOuterDisposeScope();
    }
}
