using System.Text.Json;
using MlMaths.Torch.ImbalancedDecision.Candidates;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Predict;

/// <summary>A model as <c>model.json</c> has it, in plain C#: no libtorch is loaded to score a file.</summary>
/// <param name="Columns">The features that it takes, in their order.</param>
/// <param name="Means">mⱼ of the training rows.</param>
/// <param name="Deviations">sⱼ of the training rows.</param>
/// <param name="Outputs">What the columns of scores are called.</param>
/// <param name="Score">Of standardised features, n·d numbers, the scores: n rows of one number for each output.</param>
internal sealed record StoredModel(
    IReadOnlyList<string> Columns, double[] Means, double[] Deviations, IReadOnlyList<string> Outputs, Func<double[], double[]> Score)
{
    /// <summary>The classes of a net, or of a decision, the positive one last; none where nothing is called.</summary>
    public IReadOnlyList<string> Classes { get; private init; } = [];

    /// <summary>The probability from which a decision flags a row; null for other models.</summary>
    public double? Threshold { get; private init; }

    /// <summary>What the run knew besides and the model does not do; null for nothing.</summary>
    public string? Remark { get; private init; }

    // Places of features that are taken as logarithms.
    private IReadOnlySet<int> Logarithms { get; init; } = new HashSet<int>();

    /// <summary>A feature at the mean of the training rows: what fills a cell where nothing else was learnt.</summary>
    public double MeanOf(int column) => Logarithms.Contains(column) ? SkewedColumns.OfSignedLogarithm(Means[column]) : Means[column];

    /// <exception cref="UserMistakeException">The run has a model that cannot be applied.</exception>
    public static StoredModel Of(StoredRun run) => run.Project switch
    {
        "logistic-regression" => Line(run.Model),
        "linear-regression" => Regression(run.Model),
        "neural-net" => Net(run.Model),
        "imbalanced-decision" => Decision(run.Model, run.Folder),
        _ => throw new UserMistakeException(
            $"--run is {Quoted.Path(run.Folder)}, a run of {Quoted.Value(run.Project)}, which keeps no weights: "
            + "runs of logistic, regression, net and decision can be applied to a new file."),
    };

    /// <summary>z = (x − m)/s of every feature, some of them as logarithms.</summary>
    public double[] Standardised(double[] features)
    {
        double[] z = new double[features.Length];
        for (int i = 0; i < z.Length; i++)
        {
            int column = i % Means.Length;
            double x = Logarithms.Contains(column) ? SkewedColumns.SignedLogarithm(features[i]) : features[i];
            z[i] = (x - Means[column]) / Deviations[column];
        }

        return z;
    }

    /// <summary>The class that the scores of a row call; null where nothing is called.</summary>
    public string? Called(ReadOnlySpan<double> scores)
    {
        if (Threshold is { } threshold) return Classes[scores[0] >= threshold ? 1 : 0];
        if (Classes.Count == 0) return null;
        int largest = 0;
        for (int place = 1; place < scores.Length; place++)
        {
            if (scores[place] > scores[largest]) largest = place;
        }

        return Classes[largest];
    }

    // p = σ(wᵀz + b)
    private static StoredModel Line(JsonElement model)
    {
        string[] columns = [.. model.GetProperty("weights").EnumerateObject().Select(weight => weight.Name)];
        double[] w = Named(model, "weights"), m = Named(model, "means"), s = Named(model, "deviations");
        double b = model.GetProperty("bias").GetDouble();
        return new(columns, m, s, ["score"], z => [.. Heights(z, w, b).Select(Logit.Probability)]);
    }

    // ŷ = b + wᵀz
    private static StoredModel Regression(JsonElement model)
    {
        double[] θ = Numbers(model, "least_squares");
        return new(
            Texts(model, "columns"), Numbers(model, "means"), Numbers(model, "deviations"), ["prediction"],
            z => [.. Heights(z, θ[1..], θ[0])]);
    }

    private static StoredModel Net(JsonElement model)
    {
        string[] classes = Texts(model, "classes");
        int[] widths = [.. model.GetProperty("widths").EnumerateArray().Select(width => width.GetInt32())];
        float[] θ = [.. model.GetProperty("parameters").EnumerateObject()
            .SelectMany(slice => slice.Value.EnumerateArray().Select(number => number.GetSingle()))];
        var net = new PlainPerceptron(widths, θ, Enum.Parse<Activation>(model.GetProperty("activation").GetString()!, ignoreCase: true));
        return new(
            Texts(model, "columns"), Numbers(model, "centres"), Numbers(model, "units"), [.. classes.Select(name => $"p_{name}")],
            z => net.Probabilities(Array.ConvertAll(z, number => (float)number)))
        {
            Classes = classes,
        };
    }

    private static StoredModel Decision(JsonElement stored, string folder)
    {
        if (!stored.TryGetProperty("parameters", out _))
        {
            throw new UserMistakeException(
                $"--run is {Quoted.Path(folder)}, whose model.json was written by an older version, without weights: run decision again.");
        }

        var model = DecisionModel.Read(stored);
        return new(model.Columns, model.Means, model.Deviations, ["score"], model.Probabilities)
        {
            Logarithms = model.Logarithms,
            Classes = [model.Negative, model.Positive],
            Threshold = model.Threshold,
            Remark = model.Limit is null ? null
                : $"The run was asked for {model.Limit} at most; here every row from its threshold on is called: take the highest scores "
                    + "first.",
        };
    }

    private static IEnumerable<double> Heights(double[] z, double[] w, double b)
    {
        for (int row = 0; row < z.Length; row += w.Length)
        {
            double height = b;
            for (int column = 0; column < w.Length; column++)
                height += w[column] * z[row + column];
            yield return height;
        }
    }

    private static double[] Named(JsonElement model, string name) =>
        [.. model.GetProperty(name).EnumerateObject().Select(number => number.Value.GetDouble())];

    private static double[] Numbers(JsonElement model, string name) =>
        [.. model.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static string[] Texts(JsonElement model, string name) =>
        [.. model.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
