namespace MlMaths.Torch.ImbalancedDecision.Candidates;

/// <summary>What is done about the rare class while a model learns.</summary>
internal enum Rebalancing
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>Each positive counts as much as there are negatives to a positive.</summary>
    Weighted,

    /// <summary>Negatives are left out at random until both classes are alike.</summary>
    Resampled,
}
