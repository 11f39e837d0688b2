namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>The four areas of maths that interviews ask about.</summary>
internal enum Area
{
    /// <summary>Vectors, shapes, projections.</summary>
    Algebra,

    /// <summary>Probability and statistics.</summary>
    Chance,

    /// <summary>Derivatives and gradients.</summary>
    Calculus,

    /// <summary>Losses, learning rates, penalties.</summary>
    Optimisation,
}

/// <summary>What the areas are called.</summary>
internal static class AreaWords
{
    public static string Name(this Area area) => area switch
    {
        Area.Algebra => "linear algebra",
        Area.Chance => "probability and statistics",
        Area.Calculus => "calculus",
        _ => "optimisation",
    };
}
