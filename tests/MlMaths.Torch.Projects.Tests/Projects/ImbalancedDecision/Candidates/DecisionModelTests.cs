using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision.Candidates;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What <c>model.json</c> has of a decision: whoever computes with its numbers alone comes to the model's answers.</summary>
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

    /// <summary>The file as somebody reads it who has only its numbers, and the formulas of a textbook.</summary>
    [Fact]
    public void Its_numbers_alone_give_the_probabilities_by_the_formulas()
    {
        foreach (CandidateWeights weights in Weights)
        {
            foreach (FittedCalibration calibration in Calibrations)
            {
                DecisionModel model = Model(weights, calibration, 0.125);
                JsonNode file = Written(model);
                double[] expected = [.. Standardised.Chunk(2).Select(z => Calibrated(file, LogitOf(file, z)))];
                Assert.All(expected.Zip(model.Probabilities(Standardised)), pair => Assert.Equal(
                    pair.First, pair.Second, weights.Kind == ModelKind.Logistic ? 1e-14 : 1e-6)); // a net computes with 32 bits
            }
        }
    }

    [Fact]
    public void The_file_has_each_number_under_its_name()
    {
        var expected = JsonNode.Parse("""
            {
                "threshold": 0.125, "limit": "4 per day", "classes": ["no", "yes"], "columns": ["age", "sum"], "logarithms": ["sum"],
                "means": [40, 3.2], "deviations": [11, 0.9], "kind": "logistic", "widths": [2, 1],
                "parameters": { "W1": [0.1, -0.6666666666666666], "b1": [0.001] },
                "calibration": "Platt", "calibrated_by": { "slope": 1.7, "intercept": -0.4 }
            }
            """);
        JsonNode file = Written(Model(Weights[0], Calibrations[2], 0.125));
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(file.ToJsonString())), file.ToJsonString());
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
    private static JsonNode Written(DecisionModel model)
    {
        Dictionary<string, object?> document = new(model.Document());
        if (!double.IsFinite(model.Threshold)) document["threshold"] = null;
        return JsonSerializer.SerializeToNode(document)!;
    }

    private static DecisionModel Again(DecisionModel model) => DecisionModel.Read(JsonElement.Parse(Written(model).ToJsonString()));

    // z = Wᵀa + b, layer by layer, W row by row with a row for each input; tanh between them. Of two outputs, second less first.
    private static double LogitOf(JsonNode file, double[] a)
    {
        JsonObject parameters = file["parameters"]!.AsObject();
        for (int layer = 1; parameters.ContainsKey($"W{layer}"); layer++)
        {
            double[] W = Numbers(parameters[$"W{layer}"]!), b = Numbers(parameters[$"b{layer}"]!);
            double[] inputs = layer == 1 ? a : Array.ConvertAll(a, Math.Tanh);
            a = [.. b.Select((bias, unit) => bias + inputs.Select((input, i) => input * W[i * b.Length + unit]).Sum())];
        }

        return a.Length == 1 ? a[0] : a[1] - a[0];
    }

    private static double Calibrated(JsonNode file, double z)
    {
        JsonNode by = file["calibrated_by"]!;
        return (string)file["calibration"]! switch
        {
            "as it is" => Sigmoid(z),
            "Platt" => Sigmoid(Number("slope") * z + Number("intercept")),
            // Odds times the ratio of the odds of the two base rates: their logits are added.
            "prior corrected" => Sigmoid(z + LogOdds(Number("base_rate")) - LogOdds(Number("believed_rate"))),
            "isotonic" => Math.Max(Number("surest"), Math.Min(1 - Number("surest"), OnSteps())),
            string other => throw new NotSupportedException(other),
        };

        double Number(string name) => (double)by[name]!;
        static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
        static double LogOdds(double p) => Math.Log(p / (1 - p));

        // Straight lines between the steps, level beyond them.
        double OnSteps()
        {
            double[] logits = Numbers(by["logits"]!), steps = Numbers(by["probabilities"]!);
            int above = Array.FindIndex(logits, logit => logit >= z);
            return above == 0 ? steps[0] : above < 0 ? steps[^1]
                : steps[above - 1] + (z - logits[above - 1]) / (logits[above] - logits[above - 1]) * (steps[above] - steps[above - 1]);
        }
    }

    private static double[] Numbers(JsonNode numbers) =>
        [.. numbers.AsArray().Select(number => double.Parse(number!.ToJsonString(), CultureInfo.InvariantCulture))];
}
