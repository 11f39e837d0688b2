namespace MlMaths.Torch.Evaluation;

/// <summary>How far one column of a window is from what a changed base rate alone explains.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Distance">Largest difference of the two shares "at most x", over all x; 0 to 1.</param>
/// <param name="PValue">p-value of "only the base rate has changed", for this column alone.</param>
/// <param name="AdjustedPValue">The same among all columns of the window (<see cref="Probability.Holm"/>).</param>
public sealed record ColumnDrift(string Column, double Distance, double PValue, double AdjustedPValue);
