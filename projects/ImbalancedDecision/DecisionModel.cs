using System.Text.Json;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.ImbalancedDecision;

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
    public double[] Probabilities(double[] z) =>
        Array.ConvertAll(Weights.Logits(z), new Converter<double, double>(Calibration.Probability));
}

/// <summary>What a candidate learnt, as numbers: enough to answer without libtorch.</summary>
/// <param name="Kind">A straight line, or a net of two classes.</param>
/// <param name="Widths">Features, hidden units, outputs: one for a line.</param>
/// <param name="Parameters">θ: w and b of a line; W₁ row by row, b₁, W₂, b₂ … of a net.</param>
internal sealed record CandidateWeights(ModelKind Kind, IReadOnlyList<int> Widths, double[] Parameters)
{
    /// <summary>φ of every net among the candidates.</summary>
    public const Activation NetActivation = Activation.Tanh;

    public static CandidateWeights Of(LogisticModel line) =>
        new(ModelKind.Logistic, [line.Parameters.Count - 1, 1], line.Parameters.ToArray());

    public static CandidateWeights Of(Perceptron net) => new(ModelKind.Perceptron, net.Widths, net.Parameters.ToArray());

    /// <summary>
    /// The logits of rows: wᵀz + b of a line, the second output less the first of a net. The run and <c>predict</c> both ask here,
    /// so that they agree.
    /// </summary>
    /// <param name="z">[n, d] standardised features, row by row.</param>
    public double[] Logits(ReadOnlySpan<double> z) => Kind == ModelKind.Logistic ? OfLine(z) : OfNet(z);

    /// <summary>θ in its named parts: W1, b1, W2 …; numbers of a net are those of 32 bits that it was trained with.</summary>
    public Dictionary<string, object> Layers()
    {
        Dictionary<string, object> layers = [];
        int at = 0;
        for (int layer = 1; layer < Widths.Count; layer++)
        {
            Add($"W{layer}", Widths[layer - 1] * Widths[layer]);
            Add($"b{layer}", Widths[layer]);
        }

        return layers;

        void Add(string name, int length)
        {
            double[] part = Parameters[at..(at += length)];
            layers[name] = Kind == ModelKind.Logistic ? part : Array.ConvertAll(part, number => (float)number);
        }
    }

    private double[] OfLine(ReadOnlySpan<double> z)
    {
        int d = Widths[0];
        double[] logits = new double[z.Length / d];
        for (int row = 0; row < logits.Length; row++)
        {
            logits[row] = Parameters[d];
            for (int column = 0; column < d; column++)
                logits[row] += Parameters[column] * z[row * d + column];
        }

        return logits;
    }

    private double[] OfNet(ReadOnlySpan<double> z)
    {
        var net = new PlainPerceptron(Widths, Array.ConvertAll(Parameters, number => (float)number), NetActivation);
        float[] X = new float[z.Length];
        for (int i = 0; i < X.Length; i++)
            X[i] = (float)z[i];
        float[] outputs = new float[z.Length / Widths[0] * 2];
        net.Logits(X, outputs);
        return [.. Enumerable.Range(0, outputs.Length / 2).Select(row => (double)outputs[2 * row + 1] - outputs[2 * row])];
    }
}
