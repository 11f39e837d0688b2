using MlMaths.Torch.Calculus;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Figures;

/// <summary>Several update rules on one map, side by side.</summary>
public static class DescentRulesFigure
{
    private const double Room = 1.06;

    /// <summary>Draws a panel for each walk.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="surface">Surface of two dimensions.</param>
    /// <param name="walks">At least one.</param>
    /// <param name="alsoShown">Places that the map reaches, whether a path came by or not.</param>
    public static Figure Draw(
        string name, ISurface surface, IReadOnlyList<RuleWalk> walks,
        params IReadOnlyList<IReadOnlyList<double>> alsoShown) => Paper.Both(() =>
    {
        var panels = new PathPanels(surface);
        for (int i = 0; i < walks.Count; i++)
            panels.Add([walks[i].Rule, Near(walks[i]), After(walks[i])], Palette.Beside(i), walks[i].Path.Points);

        // Everything that the paths came by, and the minimum, with a unit as long across as up.
        IReadOnlyList<double>[] places =
        [
            surface.Minimum, .. alsoShown,
            .. walks.SelectMany(walk => walk.Path.Points).Where(θ => θ.All(double.IsFinite)),
        ];
        Scale x = Scale.Linear("", places.Select(θ => θ[0])), y = Scale.Linear("", places.Select(θ => θ[1]));
        double tall = Room * Math.Max((x.High - x.Low) / panels.Aspect, y.High - y.Low);
        return panels.Draw(Around(x, panels.Aspect * tall), Around(y, tall)).Finish(
            name, $"Paths on {surface.Name}: {string.Join("; ", walks.Select(walk => $"{walk.Rule}, {Near(walk)} {After(walk)}"))}.");
    });

    private static string Near(RuleWalk walk) => walk.StepsUntilNear is null
        ? $"{NumberText.Brief(walk.LastDistance)} from {walk.Place}"
        : $"within {NumberText.Brief(LearningRateRegime.Near)} of {walk.Place}";

    private static string After(RuleWalk walk) => $"after {walk.StepsUntilNear ?? walk.Path.Points.Count - 1} steps";

    private static Scale Around(Scale scale, double length) =>
        scale with { Low = (scale.Low + scale.High - length) / 2, High = (scale.Low + scale.High + length) / 2 };
}
