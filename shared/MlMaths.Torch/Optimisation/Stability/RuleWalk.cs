namespace MlMaths.Torch.Optimisation;

/// <summary>Where an update rule came to, of the places on a surface that have a name.</summary>
/// <param name="Rule">The rule and its rate, in words.</param>
/// <param name="Path">The places it came by.</param>
/// <param name="Place">The name of the place that its end is nearest to.</param>
/// <param name="StepsUntilNear">Step from which on it stays within <see cref="LearningRateRegime.Near"/> of that place; null
/// where its end is not within.</param>
/// <param name="LastDistance">Distance from that place at its end.</param>
public sealed record RuleWalk(string Rule, DescentPath Path, string Place, int? StepsUntilNear, double LastDistance)
{
    /// <summary>Measures a path.</summary>
    /// <param name="rule">The rule and its rate, in words.</param>
    /// <param name="path">The places it came by.</param>
    /// <param name="places">At least one, none of them at infinity.</param>
    public static RuleWalk Of(string rule, DescentPath path, params IReadOnlyList<(string Name, IReadOnlyList<double> At)> places)
    {
        foreach ((_, IReadOnlyList<double> named) in places)
            Finite.Checked(named);
        (string name, IReadOnlyList<double> at) = places.MinBy(place => Distance(path.Points[^1], place.At));
        return new RuleWalk(rule, path, name, path.StepsUntilWithin(LearningRateRegime.Near, at), Distance(path.Points[^1], at));
    }

    private static double Distance(IReadOnlyList<double> θ, IReadOnlyList<double> place) =>
        Math.Sqrt(θ.Zip(place, (a, b) => (a - b) * (a - b)).Sum());
}
