namespace MlMaths.Torch.Evaluation;

/// <summary>Ways to decide whom to call.</summary>
public enum PolicyKind
{
    /// <summary>At the threshold that is applied, and within the limit on flags where there is one.</summary>
    Chosen,

    /// <summary>At the threshold that is applied, were there places for all.</summary>
    Unlimited,

    /// <summary>Each row at its own threshold, by what its miss would lose.</summary>
    PerRow,

    /// <summary>At the threshold that the costs imply.</summary>
    Elkan,

    /// <summary>At the threshold that a search on the validation rows found.</summary>
    Empirical,

    /// <summary>At one half, as by habit.</summary>
    Half,

    /// <summary>Nobody.</summary>
    None,

    /// <summary>Everybody.</summary>
    All,

    /// <summary>By the true probabilities, which no model can beat in the long run.</summary>
    Oracle,

    /// <summary>At the threshold that happens to be the cheapest on the very rows that judge it: it flatters.</summary>
    BestInHindsight,
}
