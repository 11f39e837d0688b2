using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Figures;

/// <summary>The loss curves of one rate over its seeds, epoch by epoch as far as all of them got.</summary>
internal sealed record LearningRateBand(
    double LearningRate, int Seeds, IReadOnlyList<double> Means, IReadOnlyList<double> Low, IReadOnlyList<double> High,
    int Diverged, int? DivergedAt)
{
    public static LearningRateBand Of(double learningRate, LearningRateTrial[] trials, string split)
    {
        double[][] curves = [.. trials.Select(trial => Losses(trial, split))];
        int epochs = curves.Min(curve => curve.Length);
        double[][] across = [.. Enumerable.Range(0, epochs).Select(epoch => curves.Select(curve => curve[epoch]).ToArray())];
        int[] diverged = [.. trials.Where(trial => trial.History.Status == TrainingStatus.Diverged).Select(trial => trial.History.Steps)];
        return new LearningRateBand(
            learningRate, trials.Length, [.. across.Select(losses => losses.Average())], [.. across.Select(losses => losses.Min())],
            [.. across.Select(losses => losses.Max())], diverged.Length, diverged.Length == 0 ? null : diverged.Min());
    }

    /// <summary><c>diverged at step 3</c>; null where no seed did.</summary>
    public string? Ending => DivergedAt is int step ? $"diverged at step {step}" : null;

    /// <summary>Whether some seeds diverged and some did not.</summary>
    public bool IsSplit => Diverged > 0 && Diverged < Seeds;

    private static double[] Losses(LearningRateTrial trial, string split) =>
        [.. trial.History.Curve(split == "validation" ? "loss" : "epoch_loss", split).Values.TakeWhile(double.IsFinite)];
}
