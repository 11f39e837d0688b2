using System.Text.Json;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.ImbalancedDecision.Candidates;

/// <summary>The model that decides, as <c>model.json</c> has it: from features to a probability, and to a decision.</summary>
/// <param name="Columns">The features, in their order.</param>
/// <param name="Logarithms">Places of those that are taken as sign(x) ln(1 + |x|).</param>
/// <param name="Means">mⱼ of the training rows, after that.</param>
/// <param name="Deviations">sⱼ likewise.</param>
/// <param name="Weights">From standardised features to a logit.</param>
/// <param name="Calibration">From a logit to a probability.</param>
/// <param name="Threshold">A row is flagged from this probability on; infinite where none is.</param>
/// <param name="Negative">The class of a row that is not flagged.</param>
/// <param name="Positive">The class of a flagged row.</param>
/// <param name="Limit">The limit on reviews that the run was asked for, in words; null for none.</param>
internal sealed record DecisionModel(
    IReadOnlyList<string> Columns, IReadOnlySet<int> Logarithms, double[] Means, double[] Deviations, CandidateWeights Weights,
    FittedCalibration Calibration, double Threshold, string Negative, string Positive, string? Limit)
{
    public static DecisionModel Of(DecisionFindings findings)
    {
        CandidateModel model = findings.Choice.Best.Model;
        BinaryTarget target = findings.Data.Target;
        return new(
            target.Dataset.ColumnNames, model.Scale.Skewed.Columns.ToHashSet(), [.. model.Scale.Scaler.Means],
            [.. model.Scale.Scaler.Deviations], model.Weights, findings.Choice.Calibration, findings.Threshold, target.NegativeLabel,
            target.PositiveLabel, findings.Cost.Capacity is null ? null : findings.Cost.PlacesText);
    }

    /// <summary>What <c>model.json</c> says of it.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Document() => new Dictionary<string, object?>
    {
        ["threshold"] = Threshold,
        ["limit"] = Limit,
        ["classes"] = new[] { Negative, Positive },
        ["columns"] = Columns,
        ["logarithms"] = Logarithms.Order().Select(place => Columns[place]).ToArray(),
        ["means"] = Means,
        ["deviations"] = Deviations,
        ["kind"] = Weights.Kind.ToString().ToLowerInvariant(),
        ["widths"] = Weights.Widths,
        ["parameters"] = Weights.Layers(),
        ["calibration"] = Calibration.Kind.Name(),
        ["calibrated_by"] = Calibration.Stored,
    };

    public static DecisionModel Read(JsonElement model)
    {
        string[] columns = Texts("columns"), classes = Texts("classes");
        int[] widths = [.. model.GetProperty("widths").EnumerateArray().Select(width => width.GetInt32())];
        JsonElement threshold = model.GetProperty("threshold"), limit = model.GetProperty("limit");
        return new(
            columns, Texts("logarithms").Select(name => Array.IndexOf(columns, name)).ToHashSet(), Numbers("means"), Numbers("deviations"),
            new(Enum.Parse<ModelKind>(model.GetProperty("kind").GetString()!, ignoreCase: true), widths,
                [.. model.GetProperty("parameters").EnumerateObject().SelectMany(part => NumbersOf(part.Value))]),
            FittedCalibration.Read(model.GetProperty("calibration").GetString()!, model.GetProperty("calibrated_by")),
            threshold.ValueKind == JsonValueKind.Number ? threshold.GetDouble() : double.PositiveInfinity, // what is not finite is null
            classes[0], classes[1], limit.GetString());

        string[] Texts(string name) => [.. model.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
        double[] Numbers(string name) => [.. NumbersOf(model.GetProperty(name))];
        static IEnumerable<double> NumbersOf(JsonElement numbers) => numbers.EnumerateArray().Select(number => number.GetDouble());
    }

    /// <summary>p of rows.</summary>
    /// <param name="z">[n, d] features that were standardised, row by row.</param>
    public double[] Probabilities(double[] z) => Calibration.Probabilities(Weights.Logits(z));
}
