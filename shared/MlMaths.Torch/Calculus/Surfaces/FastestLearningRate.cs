namespace MlMaths.Torch.Calculus;

/// <summary>
/// The rate with which descent on a bowl arrives soonest, from its least and largest curvature.
///
/// <code>
/// plain         the factors 1 − ηλ of the two ends are the largest in size; the least they can both be is
///               1 − ηλmin = −(1 − ηλmax)   ⇒   η = 2/(λmin + λmax),  |factor| = (κ − 1)/(κ + 1)     κ = λmax/λmin
///
/// momentum      while z² − (1 + β − ηλ)z + β = 0 has no two real roots, both |z| = √β, whatever λ;
///               that holds for all λ from λmin to λmax with the least β at
///               √β = (√κ − 1)/(√κ + 1),  η = (2/(√λmin + √λmax))²                                 the root of κ in place of κ
/// </code>
///
/// Source: Polyak, 1964, USSR Computational Mathematics and Mathematical Physics 4:1; Goh, Why Momentum Really Works (Distill, 2017).
/// </summary>
public static class FastestLearningRate
{
    /// <summary>η of plain descent.</summary>
    public static double Plain(double λmin, double λmax) => 2 / (Above(λmin) + Above(λmax));

    /// <summary>η and β of momentum.</summary>
    public static (double η, double β) Momentum(double λmin, double λmax)
    {
        double small = Math.Sqrt(Above(λmin)), large = Math.Sqrt(Above(λmax));
        return (Math.Pow(2 / (small + large), 2), Math.Pow((large - small) / (large + small), 2));
    }

    private static double Above(double curvature) => curvature > 0 && double.IsFinite(curvature)
        ? curvature
        : throw new ArgumentOutOfRangeException(
            nameof(curvature), curvature, "A bowl curves upwards in every direction: each curvature must be above 0.");
}
