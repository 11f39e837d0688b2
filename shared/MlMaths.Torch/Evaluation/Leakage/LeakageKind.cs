namespace MlMaths.Torch.Evaluation;

/// <summary>What a leakage check looks for.</summary>
public enum LeakageKind
{
    /// <summary>A judged row that equals a row seen before.</summary>
    Duplicates,

    /// <summary>A judged row that is nearer to a row seen before than chance brings rows.</summary>
    NearDuplicates,

    /// <summary>A group with rows on both sides.</summary>
    Groups,

    /// <summary>A row that was seen though it is no older than a row that is judged.</summary>
    Future,

    /// <summary>The target is an exact function of one column, or the column one of the target.</summary>
    Function,

    /// <summary>The target is an exact sum, difference, product or other function of several columns.</summary>
    Combination,

    /// <summary>
    /// A column that alone tells the classes apart, or says as much as all the others: it may be honestly good, a noisy copy,
    /// or known only afterwards.
    /// </summary>
    Disguise,

    /// <summary>A column that numbers the rows.</summary>
    RowNumber,

    /// <summary>A column that looks like the name of a group, though none was named.</summary>
    GroupLike,

    /// <summary>A column with one value.</summary>
    Constant,
}
