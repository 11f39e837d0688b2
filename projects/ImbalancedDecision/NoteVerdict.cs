namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>What the note orders: one rule, which its first sentence, its money, its region and its last words are written from.</summary>
internal enum NoteVerdict
{
    /// <summary>Follow the model: it is cheaper than the best way without one, by the whole interval.</summary>
    Use,

    /// <summary>Follow the model on trial: the interval includes 0.</summary>
    OnTrial,

    /// <summary>Do without: the model costs more, by the whole interval.</summary>
    DoNotUse,

    /// <summary>Do without: the chosen threshold flags every row, or none.</summary>
    NoModelNeeded,
}
