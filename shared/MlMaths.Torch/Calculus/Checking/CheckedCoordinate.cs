namespace MlMaths.Torch.Calculus;

/// <summary>Three answers for one coordinate of the gradient, and what is behind them.</summary>
/// <param name="Parameter">Its parameter.</param>
/// <param name="Index">Its place in the parameter, from 0, row by row.</param>
/// <param name="ByHand">a.</param>
/// <param name="ByAutograd">r.</param>
/// <param name="ByDifferences">d at the usual step.</param>
/// <param name="Label">What is behind them.</param>
/// <param name="Wrong">Who stands alone, where one is wrong.</param>
/// <param name="Tried">The error of the difference at each step that was needed for the label, longest step first.</param>
public sealed record CheckedCoordinate(
    string Parameter, int Index, double ByHand, double ByAutograd, double ByDifferences, CoordinateLabel Label, WrongAnswer Wrong,
    IReadOnlyList<StepError> Tried)
{
    /// <summary><c>W1[3]</c>.</summary>
    public string Name => $"{Parameter}[{Index}]";
}

/// <summary>How far a difference lies from the answer that it is compared with.</summary>
/// <param name="Step">h.</param>
/// <param name="Error">|d(h) − a|.</param>
/// <param name="CrossesKink">Whether a kink lies between θ − h and θ + h.</param>
public sealed record StepError(double Step, double Error, bool CrossesKink);
