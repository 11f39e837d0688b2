namespace MlMaths.Torch.Doctor;

/// <summary>One curve of a log, in the order of its steps.</summary>
/// <param name="Name">Column or tag.</param>
/// <param name="Steps">Where it was read, ascending.</param>
/// <param name="Losses">What was read; not finite where the log says so.</param>
internal sealed record LogCurve(string Name, IReadOnlyList<double> Steps, IReadOnlyList<double> Losses)
{
    private const int MostReadings = 240;

    /// <summary>The finite readings; of many, means of as many neighbours each, so that a noisy step counts no more than it
    /// tells.</summary>
    public (IReadOnlyList<double> Steps, IReadOnlyList<double> Losses) Finite { get; } = Thinned(Steps, Losses);

    private static (IReadOnlyList<double> Steps, IReadOnlyList<double> Losses) Thinned(
        IReadOnlyList<double> steps, IReadOnlyList<double> losses)
    {
        (double Step, double Loss)[] finite =
            [.. steps.Zip(losses, (step, loss) => (step, loss)).Where(one => double.IsFinite(one.loss))];
        (double Step, double Loss)[][] groups = [.. finite.Chunk(Math.Max(1, (finite.Length - 1) / MostReadings + 1))];
        return ([.. groups.Select(group => group[^1].Step)], [.. groups.Select(group => group.Average(one => one.Loss))]);
    }
}
