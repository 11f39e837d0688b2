using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Simulations;

/// <summary>A kind of population that <see cref="PolicyTrial"/> draws from the laws of the card payments.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Rows">Validation rows, and as many test rows.</param>
/// <param name="Costs">Of mistakes and reviews.</param>
public sealed record PolicyPopulation(string Name, int Rows, ErrorCosts Costs)
{
    /// <summary>Deviation of the noise on the true log-odds.</summary>
    public double Blur { get; init; } = 0.7;

    /// <summary>Factor on the log-odds: above 1 the scores are too sure.</summary>
    public double Stretch { get; init; } = 1;

    /// <summary>Whether scores are calibrated on the validation rows.</summary>
    public bool IsCalibrated { get; init; } = true;

    /// <summary>Whether each row loses another amount when it is missed: lognormal with mean 1 and deviation 1.3.</summary>
    public bool HasAmounts { get; init; }

    /// <summary>Those that the rates are measured on.</summary>
    public static IReadOnlyList<PolicyPopulation> All { get; } =
    [
        new("calibrated scores", 9000, new ErrorCosts(100, 4) { Review = 1 }),
        new("few rows", 2000, new ErrorCosts(100, 4) { Review = 1 }),
        new("cheaper misses", 9000, new ErrorCosts(10, 1)),
        new("amounts that differ", 9000, new ErrorCosts(100, 4) { Review = 1 }) { HasAmounts = true },
        new("scores twice too sure", 9000, new ErrorCosts(100, 4) { Review = 1 }) { Stretch = 2, IsCalibrated = false },
    ];
}
