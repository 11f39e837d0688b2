using MlMaths.Torch.Calculus;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>One derivation at random points: all three answers, and the second derivative asked twice.</summary>
/// <param name="Derivation">Which one.</param>
/// <param name="Coordinates">How many were compared, over all points.</param>
/// <param name="ToAutograd">The largest distance from autograd.</param>
/// <param name="ToDifferences">The largest distance from differences, kinks aside.</param>
/// <param name="Labels">How many coordinates have which label.</param>
/// <param name="Curvature">The relative distance between both answers for the second derivative; null where every
/// direction crosses a kink.</param>
internal sealed record CheckedDerivation(
    IDerivation Derivation, int Coordinates, double ToAutograd, double ToDifferences,
    IReadOnlyDictionary<CoordinateLabel, int> Labels, double? Curvature)
{
    /// <summary>Whether both answers for the second derivative agree at every point.</summary>
    public bool IsCurvatureRight { get; init; } = true;

    public static CheckedDerivation Of(IDerivation derivation, int points, int seed)
    {
        var verdicts = new List<GradientVerdict>();
        double? curvature = null;
        bool isCurvatureRight = true;
        for (int k = 0; k < points; k++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            using var source = new DerivationSource(derivation.Draw(Seeds.Of(seed, DrawnFor.Checks, k)));
            DerivationPoint at = source.Point;
            verdicts.Add(GradientVerdict.Of(source, source.Autograd, source.Batch, () => derivation.Kinks(at)));
            var product = new HessianVectorProduct(source.Parameters, _ => derivation.Loss(at));
            CurvatureVerdict bend = CurvatureVerdict.Of(product, source, source.Batch, () => derivation.Kinks(at), directions: 2, seed: k);
            isCurvatureRight &= bend.IsRight;
            if (bend.LargestDifference is { } apart)
                curvature = Math.Max(curvature ?? 0, apart);
        }

        return new CheckedDerivation(
            derivation, verdicts.Sum(one => one.Coordinates.Count), verdicts.Max(one => one.ToAutograd),
            verdicts.Max(one => one.ToDifferences),
            Enum.GetValues<CoordinateLabel>().ToDictionary(label => label, label => verdicts.Sum(one => one.Count(label))), curvature)
        {
            IsCurvatureRight = isCurvatureRight,
        };
    }
}
