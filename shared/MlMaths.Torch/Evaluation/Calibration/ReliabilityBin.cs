using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>The rows whose probability falls into one bin: what they were promised and what happened.</summary>
/// <param name="Low">Lower edge, not included (but 0 is, in the first bin).</param>
/// <param name="High">Upper edge, included.</param>
/// <param name="Count">Rows in the bin.</param>
/// <param name="MeanScore">Mean probability of the rows; null in an empty bin.</param>
/// <param name="PositiveRate">Share of positive rows; null in an empty bin.</param>
/// <param name="PositiveRateInterval">Wilson interval of the positive rate.</param>
public sealed record ReliabilityBin(
    double Low, double High, int Count, double? MeanScore, double? PositiveRate, Interval PositiveRateInterval);
