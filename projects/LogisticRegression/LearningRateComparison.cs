using System.Globalization;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>One rate: its training, and what its curve says.</summary>
internal sealed record RateRun(double LearningRate, TrainingHistory History, LearningRateReading Reading);

/// <summary>
/// Gradient descent from the same start at three rates, with Newton beside it.
///
/// <code>
/// ∇²L ≤ 1/4n AᵀA + λI      since p(1 − p) ≤ ¼          ℓ = λmax of the right side
/// η &lt; 2/ℓ                  no step can go up: the descent lemma
/// </code>
/// So 1/ℓ is a rate that is safe before a single step is made. A hundredth of it creeps. Far above the bound (which is
/// pessimistic once the rows are told apart and p(1 − p) is small) the path jumps from side to side.
/// Source: Nesterov, Lectures on Convex Optimization, section 1.2.3.
/// </summary>
/// <param name="StableBound">2/ℓ.</param>
/// <param name="Runs">Too small, safe and too large.</param>
/// <param name="Newton">Newton on the same loss.</param>
/// <param name="LowestLoss">The loss at Newton's end.</param>
internal sealed record LearningRateComparison(double StableBound, IReadOnlyList<RateRun> Runs, TrainingHistory Newton, double LowestLoss)
{
    public static LearningRateComparison Train(Batch training, double λ, int steps, CancellationToken cancellation)
    {
        double stableBound = 2 * SafeRate(training, λ);
        using var model = new LogisticModel((int)training.X.size(1), training.X.device);
        TrainingHistory newton = LogisticFit.ByNewton(model, training, λ, "newton");
        double lowestLoss = new HandDerivedLogistic(model, λ).Loss(training);

        RateRun[] runs =
        [
            .. new[] { 0.001, 0.5, 25 }.Select(factor => Rounded(factor * stableBound)).Select(rate =>
            {
                TrainingHistory history = Descend(training, λ, rate, steps, cancellation);
                return new RateRun(rate, history, LearningRateReading.Of(history, lowestLoss));
            }),
        ];
        return new LearningRateComparison(stableBound, runs, newton, lowestLoss);
    }

    /// <summary>1/ℓ: a rate at which no step goes up.</summary>
    public static double SafeRate(Batch training, double λ) => 1 / Curvature(training, λ);

    private static TrainingHistory Descend(Batch training, double λ, double rate, int steps, CancellationToken cancellation)
    {
        using var model = new LogisticModel((int)training.X.size(1), training.X.device);
        var options = new TrainingOptions
        {
            Run = $"descent, rate {NumberText.Brief(rate)}",
            LearningRate = rate,
            Epochs = steps,
        };
        var rows = new Batches(training.X, training.y, training.Rows, seed: 0);
        return new Trainer(options, new GradientDescent(), new GradientNormRecorder())
            .Fit(new HandDerivedLogistic(model, λ), rows, cancellation: cancellation);
    }

    /// <summary>ℓ, the largest curvature that the loss can have anywhere.</summary>
    private static double Curvature(Batch training, double λ)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor A = torch.cat([training.X, torch.ones(training.Rows, 1, training.X.dtype, training.X.device)], 1);
        return torch.linalg.eigvalsh(A.t().mm(A) / (4.0 * training.Rows)).max().ToDouble() + λ;
    }

    /// <summary>One significant digit: a rate that a person would type.</summary>
    private static double Rounded(double rate) =>
        double.Parse(rate.ToString("G1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
