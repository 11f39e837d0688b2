using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>What a window of rows says before its labels come.</summary>
/// <param name="Rows">n.</param>
/// <param name="MeanProbability">What <see cref="BaseRateAlarm"/> looks at.</param>
/// <param name="BaseRate">The base rate that makes its probabilities likeliest (<see cref="BaseRateEstimate"/>).</param>
/// <param name="ByCounts">The same by adjusted counts; without a value where the calls do not tell the classes apart.</param>
/// <param name="Expected">What its calls should come to at that rate.</param>
/// <param name="Precision">Expected, and the range in which the labels should put it.</param>
/// <param name="Recall">Expected, and the range in which the labels should put it.</param>
/// <param name="CostPerCase">Expected, and the range in which the labels should put it.</param>
public sealed record WindowEstimate(
    int Rows, double MeanProbability, Interval BaseRate, Interval ByCounts, ExpectedPerformance Expected, Interval Precision,
    Interval Recall,
    Interval CostPerCase);
