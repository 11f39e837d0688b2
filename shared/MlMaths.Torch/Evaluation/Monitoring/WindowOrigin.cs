namespace MlMaths.Torch.Evaluation;

/// <summary>Which rows windows are, where they are no rows of the world, but drawn with replacement from a pool that all share.</summary>
/// <param name="PoolRows">How many rows the pool has.</param>
/// <param name="Places">For each row of each window, its place in the pool.</param>
public sealed record WindowOrigin(int PoolRows, IReadOnlyList<int[]> Places);
