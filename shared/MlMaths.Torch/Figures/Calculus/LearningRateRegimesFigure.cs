using MlMaths.Torch.Calculus;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Figures;

/// <summary>The same descent with different learning rates, side by side: on a curve, or on a map with lines of equal height.</summary>
public static class LearningRateRegimesFigure
{
    /// <summary>Draws a panel for each rate.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="surface">Surface of one or two dimensions.</param>
    /// <param name="regimes">The paths, with what was measured on them; at least one.</param>
    public static Figure Draw(string name, ISurface surface, IReadOnlyList<LearningRateRegime> regimes) => Paper.Both(() =>
    {
        var panels = new PathPanels(surface);
        foreach (LearningRateRegime regime in regimes)
        {
            Ink ink = regime.ShareOfLimit < 1 ? Palette.Negative : Palette.Positive;
            panels.Add(
                [$"{regime.Name}: η = {NumberText.Brief(regime.Path.LearningRate)}", Arrival(regime), Sides(regime)], ink,
                regime.Path.Points);
        }
        (Scale x, Scale y) = surface.Dimensions == 1 ? CurveScales(surface, regimes) : MapScales(surface, regimes, panels.Aspect);
        return panels.Draw(x, y).Finish(name, AltText(surface, regimes));
    });

    private static string Arrival(LearningRateRegime regime) => regime.StepsUntilNear is { } steps
        ? $"within {NumberText.Brief(LearningRateRegime.Near)} after {steps} steps"
        : $"{NumberText.Brief(regime.LastDistance)} away after {regime.Path.Points.Count - 1} steps";

    private static string Sides(LearningRateRegime regime) => regime.ChangesOfSide switch
    {
        0 => "never changed sides",
        1 => "changed sides once",
        int times => $"changed sides {times} times",
    };

    private static (Scale X, Scale Y) CurveScales(ISurface surface, IReadOnlyList<LearningRateRegime> regimes)
    {
        double from = regimes[0].Path.Points[0][0], middle = surface.Minimum[0], reach = 1.35 * Math.Abs(from - middle);
        double highest = Math.Max(surface.Value([middle - reach]), surface.Value([middle + reach]));
        return (new Scale("", middle - reach, middle + reach), new Scale("", -0.08 * highest, 1.02 * highest));
    }

    // Around the minimum, with the start inside and a unit as long across as up.
    private static (Scale X, Scale Y) MapScales(ISurface surface, IReadOnlyList<LearningRateRegime> regimes, double aspect)
    {
        IReadOnlyList<double> start = regimes[0].Path.Points[0], middle = surface.Minimum;
        double up = 1.3 * Math.Max(Math.Abs(start[0] - middle[0]) / aspect, Math.Abs(start[1] - middle[1]));
        return (new Scale("", middle[0] - aspect * up, middle[0] + aspect * up), new Scale("", middle[1] - up, middle[1] + up));
    }

    private static string AltText(ISurface surface, IReadOnlyList<LearningRateRegime> regimes) =>
        $"Gradient descent on {surface.Name} with {regimes.Count} learning rates: " + string.Join("; ", regimes.Select(regime =>
            $"{regime.Name}, η = {NumberText.Brief(regime.Path.LearningRate)} or {NumberText.Brief(regime.ShareOfLimit)} of the "
            + $"limit, {Arrival(regime)}, {Sides(regime)}"))
            + ".";
}
