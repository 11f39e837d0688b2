using MlMaths.Torch.Data;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>The same model on two moons, with the columns themselves and with their products.</summary>
/// <param name="Plane">The rows.</param>
/// <param name="Straight">Degree 1.</param>
/// <param name="Curved">Degree 3.</param>
internal sealed record Boundaries(BinaryTarget Plane, Boundary Straight, Boundary Curved)
{
    private const int    MoonRows = 400, CurvedDegree = 3;
    private const double Noise    = 0.2;

    public static Boundaries Of(int seed)
    {
        BinaryTarget plane = BinaryTarget.From(TwoMoons.Draw(MoonRows, Noise, seed), "upper");
        DataSplit split = StratifiedSplit.Of(plane, seed);
        return new Boundaries(plane, Boundary.Of(plane, split, degree: 1), Boundary.Of(plane, split, CurvedDegree));
    }
}
