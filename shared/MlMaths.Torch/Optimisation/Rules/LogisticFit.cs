using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>Logistic regression to the bottom of its loss, through the one training loop.</summary>
public static class LogisticFit
{
    // From here on a Hessian of all rows costs more than the gradients that do without.
    private const int ManyRows = 20_000, RowsOfPart = 2_000, RowsOfParameter = 40, MaxGradients = 100;
    private const int FewestOfClass = 100;

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

    /// <summary>
    /// To the same optimum, where the way is of no interest: on many rows with a penalty, Newton's method finds that of a part of
    /// them, and from there, with the part's curvature, gradients of all rows lead to the whole's (<see cref="PreconditionedLbfgs"/>).
    /// Elsewhere, and where that does not arrive, this is <see cref="ByNewton"/>.
    /// </summary>
    /// <param name="model">Its parameters are trained in place.</param>
    /// <param name="rows">The training rows; they stay the caller's.</param>
    /// <param name="λ">Strength of the penalty, from 0.</param>
    /// <param name="tolerance">Stop at ‖∇L‖ at most this.</param>
    /// <param name="ω">How much a positive counts beside a negative, above 0.</param>
    public static void ToOptimum(LogisticModel model, Batch rows, double λ, double tolerance = 1e-10, double ω = 1)
    {
        Finite.NotNegative(tolerance);
        if (!FromPart(model, rows, λ, tolerance, ω))
            ByNewton(model, rows, λ, tolerance: tolerance, ω: ω);
    }

    private static bool FromPart(LogisticModel model, Batch rows, double λ, double tolerance, double ω)
    {
        int n = rows.Rows, p = model.Parameters.Count, part = Math.Max(RowsOfPart, RowsOfParameter * p);
        if (λ == 0 || n < ManyRows || 2 * part > n || !FusedLogistic.Takes(model, rows)) return false;
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor chosen = torch.arange(part, torch.ScalarType.Int64).mul_(n / part);
        Batch few = new(rows.X.index_select(0, chosen), rows.y.index_select(0, chosen));
        double positives = few.y.sum().ToDouble();
        if (Math.Min(positives, part - positives) < FewestOfClass) return false;

        using var wholeAtOnce = new Batches(rows.X.alias(), rows.y.alias(), n, seed: 0);
        var source = new FusedLogistic(model, λ, ω);
        double[] start = model.Parameters.ToArray();
        double L = source.Loss(wholeAtOnce.Whole);
        ByNewton(model, few, λ, tolerance: Math.Sqrt(tolerance), ω: ω);
        // A fit that begins from the weights of a fit much like it is nearer already.
        if (!(source.Loss(wholeAtOnce.Whole) < L)) model.Parameters.Set(start);
        (Tensor factor, Tensor info) = torch.linalg.cholesky_ex(new HandDerivedLogistic(model, λ, ω).Hessian(few), false);
        if (info.ToInt32() != 0) return false;
        var options = new TrainingOptions { Run = "quasi-newton", LearningRate = 1, Epochs = MaxGradients };
        return new Trainer(options, new PreconditionedLbfgs(source, factor), new GradientNormRecorder(tolerance))
            .Fit(source, wholeAtOnce).Status == TrainingStatus.Stopped;
    }
}
