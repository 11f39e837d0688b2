using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>Logistic regression to the bottom of its loss: Newton's method through the one training loop.</summary>
public static class LogisticFit
{
    /// <summary>
    /// Moves θ from where it stands to the optimum of mean BCE + λ/2‖w‖². On data that a line separates, with λ = 0, there is no
    /// optimum: the weights grow until the slope is below the tolerance or the steps are used up.
    /// </summary>
    /// <param name="model">Its parameters are trained in place.</param>
    /// <param name="rows">The training rows; they stay the caller's.</param>
    /// <param name="λ">Strength of the penalty, from 0.</param>
    /// <param name="run">Name of the history.</param>
    /// <param name="tolerance">Stop at ‖∇L‖ at most this.</param>
    /// <param name="maxSteps">Newton steps at most.</param>
    /// <param name="ω">How much a positive counts beside a negative, above 0.</param>
    public static TrainingHistory ByNewton(
        LogisticModel model, Batch rows, double λ, string run = "newton", double tolerance = 1e-10, int maxSteps = 60, double ω = 1)
    {
        Finite.NotNegative(tolerance);
        var source = new HandDerivedLogistic(model, λ, ω);
        var options = new TrainingOptions { Run = run, LearningRate = 1, Epochs = maxSteps };
        // The rows are the caller's, in the caller's scope: batches take over what they are given, and get other names of the same numbers.
        using var wholeAtOnce = new Batches(rows.X.alias(), rows.y.alias(), rows.Rows, seed: 0);
        return new Trainer(options, new DampedNewton(source), new GradientNormRecorder(tolerance)).Fit(source, wholeAtOnce);
    }
}
