using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Diagnosis;

/// <summary>What a loss curve says about the rate it was made with.</summary>
public enum LearningRateVerdict
{
    /// <summary>The loss falls, and is still far from where it could be.</summary>
    TooSmall,

    /// <summary>The loss falls steadily and arrives.</summary>
    Good,

    /// <summary>The loss jumps up again and again.</summary>
    TooLarge,

    /// <summary>The loss left the range of finite numbers.</summary>
    Diverged,
}

/// <summary>
/// Reads a loss curve: how much of the way down was made, and how often a step went up.
///
/// <code>
/// way made = (L₀ − L_end) / (L₀ − L*)     L* the least loss known (the optimum, or the best of all runs compared)
/// rises    = #{t : L_t > L_(t−1)}          full-batch descent below the stable rate has none
/// </code>
/// </summary>
/// <param name="Verdict">What it comes to.</param>
/// <param name="WayMade">Share of the possible fall that was made; 1 is all of it; null where there was none to make.</param>
/// <param name="Rises">Steps at which the loss went up.</param>
/// <param name="Steps">Steps made.</param>
/// <param name="FinalLoss">The last finite loss.</param>
public sealed record LearningRateReading(LearningRateVerdict Verdict, double? WayMade, int Rises, int Steps, double FinalLoss)
{
    private const double Arrived = 0.9, OftenUp = 0.05;

    /// <summary>Reads the training loss of a full-batch run.</summary>
    /// <param name="history">The run.</param>
    /// <param name="lowestLoss">L*.</param>
    public static LearningRateReading Of(TrainingHistory history, double lowestLoss)
    {
        Finite.Checked(lowestLoss);
        double[] losses = [.. history.Curve("loss").Values.Where(double.IsFinite)];
        int rises = losses.Zip(losses.Skip(1)).Count(pair => pair.Second > pair.First);
        double fall = losses[0] - lowestLoss;
        double? wayMade = fall > 0 ? (losses[0] - losses[^1]) / fall : null;

        LearningRateVerdict verdict = history.Status == TrainingStatus.Diverged ? LearningRateVerdict.Diverged
            : rises > OftenUp * losses.Length ? LearningRateVerdict.TooLarge
            : wayMade is null or >= Arrived ? LearningRateVerdict.Good
            : LearningRateVerdict.TooSmall;
        return new LearningRateReading(verdict, wayMade, rises, history.Steps, losses[^1]);
    }
}
