using MlMaths.Torch.Data;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>The same model on two moons, with the columns themselves and with their products.</summary>
/// <param name="Test">The test rows, which the accuracies are counted on.</param>
/// <param name="IsUpper">Which of them belong to the upper moon.</param>
/// <param name="Straight">Degree 1.</param>
/// <param name="Curved">Degree 3.</param>
internal sealed record Boundaries(Dataset Test, bool[] IsUpper, Boundary Straight, Boundary Curved)
{
    private const int    MoonRows = 1000, CurvedDegree = 3;
    private const double Noise    = 0.2;

    public static Boundaries Fit(int seed)
    {
        BinaryTarget plane = BinaryTarget.From(TwoMoons.Draw(MoonRows, Noise, seed), "upper");
        DataSplit split = StratifiedSplit.Of(plane, seed);
        return new Boundaries(split.Test.Select(), plane.Of(split.Test), Boundary.Of(plane, split, degree: 1),
            Boundary.Of(plane, split, CurvedDegree));
    }
}
