using System.Text.Json;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision.Candidates;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What <c>model.json</c> has of a decision answers as the model did, bit for bit.</summary>
public sealed class DecisionModelTests
{
    private static readonly double[] Standardised = [0.3, -1.2, 2.5, 0, -0.7, 1 / 3.0, 1e-9, 4.25];

    private static readonly FittedCalibration[] Calibrations =
    [
        FittedCalibration.AsIs, FittedCalibration.PriorCorrected(new(0.5, 0.03)), FittedCalibration.Platt(new(1.7, -0.4)),
        FittedCalibration.Isotonic(
            IsotonicCalibration.Fit([false, true, false, true, true, false, true], [-2, -1, -0.5, 0.1, 0.4, 0.9, 2]), 1.0 / 9),
    ];

    private static readonly CandidateWeights[] Weights =
    [
        new(ModelKind.Logistic, [2, 1], [0.1, -2 / 3.0, 1e-3]),
        new(ModelKind.Perceptron, [2, 3, 2], [.. Enumerable.Range(0, 17).Select(i => (double)(float)Math.Sin(3 * i))]),
    ];

    [Fact]
    public void It_comes_back_with_every_calibration_and_every_kind_of_weights()
    {
        foreach ((CandidateWeights weights, FittedCalibration calibration) in Weights.SelectMany(
            one => Calibrations.Select(other => (one, other))))
        {
            DecisionModel model = Model(weights, calibration, 0.125), again = Again(model);
            Assert.Equal(model.Probabilities(Standardised), again.Probabilities(Standardised));
            Assert.Equal(calibration.Kind, again.Calibration.Kind);
        }
    }

    [Fact]
    public void Names_classes_logarithms_and_a_threshold_that_nothing_reaches_come_back()
    {
        DecisionModel again = Again(Model(Weights[0], Calibrations[0], double.PositiveInfinity));
        Assert.Equal(["age", "sum"], again.Columns);
        Assert.Equal([1], again.Logarithms);
        Assert.Equal(("no", "yes", double.PositiveInfinity, "4 per day"), (again.Negative, again.Positive, again.Threshold, again.Limit));
    }

    [Fact]
    public void Steps_that_do_not_rise_are_refused()
    {
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Of([1, 1], [0.2, 0.3]));
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Of([1, 2], [0.3, 0.2]));
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Of([1, 2], [0.3]));
    }

    private static DecisionModel Model(CandidateWeights weights, FittedCalibration calibration, double threshold) => new(
        ["age", "sum"], new HashSet<int> { 1 }, [40, 3.2], [11, 0.9], weights, calibration, threshold, "no", "yes", "4 per day");

    // As a run folder has it: numbers that are not finite are null.
    private static DecisionModel Again(DecisionModel model)
    {
        Dictionary<string, object?> document = new(model.Document());
        if (!double.IsFinite(model.Threshold)) document["threshold"] = null;
        using JsonDocument json = JsonSerializer.SerializeToDocument(document);
        return DecisionModel.Read(json.RootElement);
    }
}
