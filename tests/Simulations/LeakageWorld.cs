namespace MlMaths.Torch.Simulations;

/// <summary>Drawn rows in which nothing leaks, of the kinds that make checks cry for nothing.</summary>
public enum LeakageWorld
{
    /// <summary>Six independent normal columns.</summary>
    Normal,

    /// <summary>A single normal column: rows are near each other by chance.</summary>
    OneColumn,

    /// <summary>Twenty independent normal columns.</summary>
    TwentyColumns,

    /// <summary>Six columns of Student's t with 2 degrees of freedom: dense in the middle, a few rows very far out.</summary>
    HeavyTails,

    /// <summary>Six columns that are mixtures of two: the rows fill a plane, but for noise of a twentieth.</summary>
    Plane,

    /// <summary>Six columns of small counts: rows agree by chance.</summary>
    Counts,

    /// <summary>Six columns of small counts that go together: rows agree more often still.</summary>
    DependentCounts,

    /// <summary>
    /// Whole years from 20 to 79, which go with the outcome and with the other columns: many rows of one value, and no
    /// group.
    /// </summary>
    Years,
}
